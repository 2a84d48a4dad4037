package no.opptrapping.platform.badexamples.schedules;

import io.quarkus.scheduler.Scheduled;

class Restless {
    @Scheduled(every = "24h")
    void look() {}
}
