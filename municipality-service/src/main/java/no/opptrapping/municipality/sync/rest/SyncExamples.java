package no.opptrapping.municipality.sync.rest;

/** What the API document shows of synchronisation, and a test plays: a split that is found and adopted. */
final class SyncExamples {
    static final String SPLIT = "a split is found";
    static final String UNREACHABLE = "the source does not answer";

    static final String MUNICIPALITIES = "{\"source\":\"municipalities\"}";
    static final String POPULATION = "{\"source\":\"population\"}";

    static final String RUN = """
            {"id":"0b5c2f0e-6a57-4c0e-9f0d-6f6b0f4f3a11","source":"municipalities",
             "startedAt":"2027-06-01T08:00:00Z","finishedAt":"2027-06-01T08:00:02Z","status":"proposed",
             "reason":null,"notices":[],"proposalId":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77"}""";

    static final String FAILED_RUN = """
            {"id":"5f7f3c52-1c0e-4b43-9f5a-0c1b7a2e4d86","source":"population",
             "startedAt":"2027-06-01T08:00:03Z","finishedAt":"2027-06-01T08:00:09Z","status":"failed",
             "reason":{"code":"unreachable","text":{
               "nb":"Kilden svarte ikke, eller forbindelsen ble brutt. Ingenting er endret.",
               "nn":"Kjelda svara ikkje, eller sambandet vart brote. Ingenting er endra.",
               "en":"The source did not answer, or the connection was broken off. Nothing has changed."}},
             "notices":[],"proposalId":null}""";

    static final String RUNS = "{\"items\":[" + FAILED_RUN + "," + RUN + "]}";

    static final String PROPOSALS = """
            {"items":[{"id":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77","source":"municipalities",
             "madeAt":"2027-06-01T08:00:02Z","status":"open","decidedAt":null,"differences":1}]}""";

    private static final String DIFFERENCES = """
            "counts":{"new":0,"changed":1,"ceased":0},
            "differences":[{"kind":"split","effect":"changed","subject":"","on":"2028-07-01",
              "before":[{"number":"1839","name":"Beiarn","value":"","method":null,"year":null}],
              "after":[{"number":"1844","name":"Beiarn","value":"","method":null,"year":null},
                       {"number":"1846","name":"Tollå","value":"","method":null,"year":null}]}]}""";

    static final String PROPOSAL = """
            {"id":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77","source":"municipalities",
             "madeAt":"2027-06-01T08:00:02Z","status":"open","decidedAt":null,
            """ + DIFFERENCES;

    static final String ADOPTED = """
            {"id":"6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77","source":"municipalities",
             "madeAt":"2027-06-01T08:00:02Z","status":"adopted","decidedAt":"2027-06-01T09:15:00Z",
            """ + DIFFERENCES;

    static final String ADOPTION = """
            {"splits":[{"municipality":"1839","on":"2028-07-01","dutyBearer":"1844",
              "parts":[{"number":"1844","people":640},{"number":"1846","people":360}]}]}""";

    static final String NAMES = """
            {"municipalityId":"b0aac85b-ec73-5c99-b90a-74ca9e7cfac9","number":"5610","names":[
              {"name":"Kárášjohka","language":"Northern Sami"},{"name":"Karasjok","language":"Norwegian"}],
             "samiArea":true}""";

    private SyncExamples() {}
}
