-- Run as `nvim --headless -u neovim.lua FILE` with the server's command in MODCONF_SERVER: attaches the server to the file, asks it
-- about the places in MODCONF_PLACES (`line:character`, zero-based) and prints what Neovim makes of the answers, as JSON.
vim.o.swapfile = false

local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit')
end

local function ask(method, line, character)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(0),
    position = { line = line, character = character },
  }
  local answers = vim.lsp.buf_request_sync(0, method, params, 5000)
  for _, answer in pairs(answers or {}) do
    if answer.err then fail(method .. ': ' .. vim.inspect(answer.err)) end
    return answer.result
  end
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    local client = vim.lsp.start_client({
      name = 'modconf',
      cmd = vim.fn.json_decode(vim.env.MODCONF_SERVER),
    })
    if not client then fail('the server does not start') end
    vim.lsp.buf_attach_client(0, client)
    local found = vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 20)
    if not found then fail('no diagnostics') end

    local report = { diagnostics = {}, hovers = {}, definitions = {} }
    for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
      table.insert(report.diagnostics, diagnostic.code)
    end
    for place in vim.gsplit(vim.env.MODCONF_PLACES, ' ') do
      local line, character = place:match('(%d+):(%d+)')
      line, character = tonumber(line), tonumber(character)
      local hover = ask('textDocument/hover', line, character)
      local lines = hover and vim.lsp.util.convert_input_to_markdown_lines(hover.contents) or {}
      table.insert(report.hovers, table.concat(lines, '\n'))
      local definition = ask('textDocument/definition', line, character)
      local first = definition and definition[1]
      table.insert(report.definitions, first and (first.targetUri or first.uri) or '')
    end
    io.stdout:write(vim.fn.json_encode(report))
    vim.cmd('qall!')
  end,
})
