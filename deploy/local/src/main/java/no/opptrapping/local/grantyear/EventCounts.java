package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;

/** How many events each service has published and consumed, from its own durable counts. */
final class EventCounts {
    private EventCounts() {}

    static JsonNode of(Api service) {
        return service.get(Who.ADMINISTRATOR, "/v1/event-counts").expect(200);
    }

    /** Nothing waits to be published. */
    static boolean isIdle(Api service) {
        return of(service).path("pending").asLong() == 0;
    }

    static long published(Api service) {
        return of(service).path("published").asLong();
    }

    static long consumed(Api service) {
        return of(service).path("consumed").asLong();
    }
}
