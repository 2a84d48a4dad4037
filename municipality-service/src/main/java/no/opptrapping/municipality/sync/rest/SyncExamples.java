package no.opptrapping.municipality.sync.rest;

/** What the API document shows of synchronisation. */
final class SyncExamples {
    static final String REQUEST = "{\"source\":\"municipalities\"}";

    static final String RUN = """
            {"id":"0b5c2f0e-6a57-4c0e-9f0d-6f6b0f4f3a11","source":"municipalities",
             "startedAt":"2026-06-01T08:00:00Z","finishedAt":"2026-06-01T08:00:02Z","status":"proposed",
             "reason":null,"notices":[],"proposalId":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77"}""";

    static final String FAILED_RUN = """
            {"id":"5f7f3c52-1c0e-4b43-9f5a-0c1b7a2e4d86","source":"municipalities",
             "startedAt":"2026-06-01T08:00:00Z","finishedAt":"2026-06-01T08:00:09Z","status":"failed",
             "reason":{"code":"unreachable","text":{
               "nb":"Kilden svarte ikke, eller forbindelsen ble brutt. Ingenting er endret.",
               "nn":"Kjelda svara ikkje, eller sambandet vart brote. Ingenting er endra.",
               "en":"The source did not answer, or the connection was broken off. Nothing has changed."}},
             "notices":[],"proposalId":null}""";

    static final String RUNS = "{\"items\":[" + FAILED_RUN + "],\"next\":null}";

    static final String PROPOSALS = """
            {"items":[{"id":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77","source":"municipalities",
             "madeAt":"2026-06-01T08:00:02Z","status":"open","decidedAt":null,"differences":1}],"next":null}""";

    private static final String DIFFERENCES = """
            "counts":{"new":0,"changed":1,"ceased":0},
            "differences":[{"kind":"split","effect":"changed","subject":"","on":"2028-01-01",
              "before":[{"number":"1508","name":"Ålesund","value":""}],
              "after":[{"number":"1509","name":"Ålesund","value":"0.9000000000"},
                       {"number":"1510","name":"Vigra","value":"0.1000000000"}]}]}""";

    static final String PROPOSAL = """
            {"id":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77","source":"municipalities",
             "madeAt":"2026-06-01T08:00:02Z","status":"open","decidedAt":null,
            """ + DIFFERENCES;

    static final String ADOPTED = """
            {"id":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77","source":"municipalities",
             "madeAt":"2026-06-01T08:00:02Z","status":"adopted","decidedAt":"2026-06-02T09:15:00Z",
            """ + DIFFERENCES;

    static final String ADOPTION = """
            {"splits":[{"municipality":"1508","on":"2028-01-01","dutyBearer":"1509",
              "parts":[{"number":"1509","people":52600},{"number":"1510","people":5900}]}]}""";

    static final String NAMES = """
            {"municipalityId":"0c9a6f0e-6a57-5c0e-9f0d-6f6b0f4f3a11","number":"5540","names":[
              {"name":"Gáivuotna","language":"Northern Sami"},{"name":"Kåfjord","language":"Norwegian"},
              {"name":"Kaivuono","language":"Kven Finnish"}],"samiArea":true}""";

    private SyncExamples() {}
}
