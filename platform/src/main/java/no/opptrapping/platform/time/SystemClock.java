package no.opptrapping.platform.time;

import io.quarkus.arc.profile.UnlessBuildProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The real time, in UTC and in whole microseconds (what PostgreSQL keeps, so that what is read equals what was written). */
class SystemClock {
    @Produces
    @Singleton
    @UnlessBuildProfile(anyOf = {"local", "test"})
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
