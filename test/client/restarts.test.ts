import { strict as assert } from 'node:assert';
import { RestartPolicy } from '../../client/src/restarts.ts';

describe('a server that dies', () => {
  it('is started again, but not a fifth time within three minutes', () => {
    const policy = new RestartPolicy();
    const deaths = [0, 30_000, 60_000, 90_000, 120_000].map((now) => policy.restartsAfterDeath(now));
    assert.deepEqual(deaths, [true, true, true, true, false]);
  });

  it('is started again however often, with time between', () => {
    const policy = new RestartPolicy();
    for (let death = 0; death < 20; death++) assert.ok(policy.restartsAfterDeath(death * 60_000));
  });

  it('is given all its chances anew when the user starts it', () => {
    const policy = new RestartPolicy();
    for (let death = 0; death < 6; death++) policy.restartsAfterDeath(death);
    policy.reset();
    assert.ok(policy.restartsAfterDeath(10));
  });
});
