package no.opptrapping.local;

import java.net.URI;
import java.time.Instant;
import java.time.Year;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The running system, but one service is killed with SIGKILL and started again while its callers go on calling: each
 * time the count of organisation tokens asked for, one before every call of a municipality, reaches a given number.
 */
final class KillingWorld implements World {
    private final World world;
    private final Service victim;
    private final int[] at;
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();

    KillingWorld(World world, Service victim, int... at) {
        this.world = world;
        this.victim = victim;
        this.at = at.clone();
    }

    int kills() {
        return kills.get();
    }

    @Override
    public String organisationToken(String organisationNumber, String... scopes) {
        var count = tokens.incrementAndGet();
        if (Arrays.stream(at).anyMatch(wanted -> wanted == count)) {
            kill(victim);
            restart(victim);
            kills.incrementAndGet();
        }
        return world.organisationToken(organisationNumber, scopes);
    }

    @Override
    public Year year() {
        return world.year();
    }

    @Override
    public GrantModel model() {
        return world.model();
    }

    @Override
    public Texts texts() {
        return world.texts();
    }

    @Override
    public URI address(Service service) {
        return world.address(service);
    }

    @Override
    public String staffToken(String subject, String... roles) {
        return world.staffToken(subject, roles);
    }

    @Override
    public String countyGovernorToken(String subject, String counties) {
        return world.countyGovernorToken(subject, counties);
    }

    @Override
    public void setClock(Instant instant) {
        world.setClock(instant);
    }

    @Override
    public void kill(Service service) {
        world.kill(service);
    }

    @Override
    public void restart(Service service) {
        world.restart(service);
    }
}
