package no.opptrapping.local.grantyear;

import java.util.List;
import java.util.Map;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.grantyear.Applicant.Conduct;

/** January to February: some 250 municipalities apply, each through the API with its own token. */
final class ApplicationSeason {
    private final Stage stage;
    private final String callId;

    ApplicationSeason(Stage stage, String callId) {
        this.stage = stage;
        this.callId = callId;
    }

    void run(List<Applicant> applicants) {
        stage.morningOf(stage.on(1, 20));
        stage.eachOf(applicants, this::handIn);
        stage.morningOf(stage.on(2, 21));
        var late = applicants.stream()
                .filter(applicant -> applicant.conduct() == Conduct.LATE)
                .toList();
        stage.eachOf(late, this::handInTooLate);
        stage.tell("step.applied", applicants.size(), late.size());
    }

    private String handIn(Applicant applicant) {
        var who = applicant.host().caller();
        var first = applicant.conduct() == Conduct.CORRECTED
                ? ApplicationForms.incomplete(callId, applicant)
                : ApplicationForms.complete(callId, applicant);
        var draft = stage.grants().post(who, "/v1/applications", key(applicant, "draft"), first);
        var id = draft.expect(201).path("id").asText();
        if (applicant.conduct() == Conduct.LATE) {
            return id;
        }
        if (applicant.conduct() == Conduct.CORRECTED) {
            refusedThenCorrected(applicant, id);
        }
        agreed(applicant, id);
        sign(applicant, id);
        submit(applicant, id, "submission").expect(201);
        if (applicant.conduct() == Conduct.WITHDRAWN) {
            var reason = Map.of("reason", "Kommunen finansierer tiltaket selv.");
            var path = "/v1/applications/" + id + "/withdrawal";
            stage.grants().post(who, path, key(applicant, "withdrawal"), reason).expect(201);
        }
        return id;
    }

    /** Everybody who is to share is asked; the last declines, and the others go on without it. */
    private void agreed(Applicant applicant, String id) {
        if (applicant.participants().isEmpty() || !isDraft(applicant, id)) {
            return;
        }
        ask(applicant, id, "consent-requests");
        var declining = applicant.participants().getLast();
        for (var place : applicant.participants()) {
            answer(applicant, id, place, !place.equals(declining));
        }
        submit(applicant, id, "declined-submission").expect(422);
        var others = applicant.without(declining);
        var path = "/v1/applications/" + id;
        var etag = stage.grants().get(applicant.host().caller(), path).etag();
        stage.grants()
                .put(
                        applicant.host().caller(),
                        path,
                        etag.orElseThrow(() -> new ScenarioFailure("An application has no ETag.")),
                        ApplicationForms.complete(callId, others))
                .expect(200);
        ask(applicant, id, "consent-requests-again");
        others.participants().forEach(place -> answer(others, id, place, true));
    }

    /** Not when the year is played again over what there is. */
    private boolean isDraft(Applicant applicant, String id) {
        return stage.grants()
                .get(applicant.host().caller(), "/v1/applications/" + id)
                .expect(200)
                .path("status")
                .asText()
                .equals("draft");
    }

    private void ask(Applicant applicant, String id, String act) {
        stage.grants()
                .post(
                        applicant.host().caller(),
                        "/v1/applications/" + id + "/consent-requests",
                        key(applicant, act),
                        Map.of())
                .expect(201);
    }

    private void answer(Applicant applicant, String id, Place place, boolean agrees) {
        var share = ApplicationForms.share(applicant, place);
        var by = Map.of("name", "Per Medvik", "function", "Kommunedirektør");
        stage.grants()
                .post(
                        place.caller(),
                        "/v1/applications/" + id + "/consent",
                        stage.key("consent-" + share + "-" + place.number()),
                        Map.of("agreed", agrees, "share", share, "answeredBy", by))
                .expect(201);
    }

    private void refusedThenCorrected(Applicant applicant, String id) {
        var path = "/v1/applications/" + id;
        var draft = stage.grants().get(applicant.host().caller(), path);
        if (!draft.expect(200).path("status").asText().equals("draft")) {
            return;
        }
        var faults = submit(applicant, id, "incomplete-submission").expect(422).path("errors");
        if (faults.size() < 3) {
            throw new ScenarioFailure("An application with three faults was refused with only these: " + faults);
        }
        var etag = draft.etag().orElseThrow(() -> new ScenarioFailure(draft.call() + " has no ETag."));
        var whole = ApplicationForms.complete(callId, applicant);
        stage.grants().put(applicant.host().caller(), path, etag, whole).expect(200);
    }

    /** By another than the one who filled it in. */
    private void sign(Applicant applicant, String id) {
        var path = "/v1/applications/" + id + "/signature";
        stage.grants()
                .post(applicant.host().caller(), path, key(applicant, "signature"), director(applicant.host()))
                .expect(201);
    }

    /** Who signs for a municipality. */
    static Map<String, String> director(Place place) {
        return Map.of("name", "Kommunedirektøren i " + place.name(), "function", "Kommunedirektør");
    }

    private String handInTooLate(Applicant applicant) {
        var path = "/v1/applications?callId=" + callId;
        var draft = stage.grants().all(applicant.host().caller(), path).getFirst();
        var refused = submit(applicant, draft.path("id").asText(), "late-submission");
        refused.expect(422);
        return refused.problemCode();
    }

    private Answer submit(Applicant applicant, String id, String act) {
        var path = "/v1/applications/" + id + "/submission";
        return stage.grants().post(applicant.host().caller(), path, key(applicant, act), Map.of());
    }

    private String key(Applicant applicant, String act) {
        return stage.key(act + "-" + applicant.host().number());
    }
}
