package no.opptrapping.grant.allocation;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.FormBodies.form;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.signatory;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.platform.testing.AccessCallers;
import no.opptrapping.platform.testing.AccessProbe;
import no.opptrapping.platform.testing.AccessProbe.Thing;
import no.opptrapping.platform.testing.AccessTable;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every kind of caller gets of every operation with an id what <code>access.csv</code> declares. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AccessTableIT extends ThingsOfAccess {
    private static final String DIRECTORATE = "983544622";

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @Test
    void everyKindOfCallerGetsWhatTheTableDeclares() {
        aYearOfLillehammerAndGjovik();
        var callers = AccessCallers.of(
                issuer,
                new AccessCallers.Parties(
                        LILLEHAMMER.organisation().value(),
                        LILLEHAMMER.number().value(),
                        GJOVIK.organisation().value(),
                        BODO.organisation().value(),
                        HAMAR.organisation().value(),
                        RINGSAKER.organisation().value(),
                        "34",
                        "18",
                        DIRECTORATE));
        var document = given().queryParam("format", "json").get("/q/openapi").asString();

        assertThat(AccessProbe.of(document, AccessTable.read(Path.of("access.csv")), callers, this::thing)
                        .differences())
                .isEmpty();
    }

    private Thing thing(String operation, String of) {
        return switch (operation) {
            case "getAllocationRun", "getAllocationRunInputs", "getAllocationResult" -> Thing.named("id", simulated);
            case "publishPreliminaryRun" -> Thing.named("id", simulated);
            case "listEditionAmounts" -> Thing.named("runId", adopted);
            case "adoptAllocationRun" -> Thing.named("id", simulated).with(Map.of());
            case "compareAllocationRuns" ->
                new Thing(Map.of("id", adopted), Map.of("with", simulated), Optional.empty());
            case "listCallCeilings" -> Thing.named("id", call);
            case "tellCallCeilings" ->
                Thing.named("id", unannounced).with(Map.of("runId", simulated, "moreMayBeAsked", false));
            case "askWhatIf" -> new Thing(Map.of("id", adopted), Map.of("number", "3405"), Optional.empty());
            case "explainChanges" -> new Thing(Map.of("id", adopted), Map.of("from", simulated), Optional.empty());
            case "explainChange" ->
                new Thing(Map.of("id", adopted, "number", "3405"), Map.of("from", simulated), Optional.empty());
            case "explainAmount" ->
                new Thing(
                        Map.of("id", of.equals("an adopted run") ? adopted : simulated, "number", "3405"),
                        Map.of(),
                        Optional.empty());
            case "getApplication" -> Thing.named("id", theApplication(of));
            case "askForConsents" -> Thing.named("id", asking);
            case "answerConsent" ->
                Thing.named("id", asking)
                        .with(Map.of("agreed", true, "share", 150_000, "answeredBy", signatory("Per", "Leder")));
            case "signApplication" -> Thing.named("id", draft).with(signatory("Kari", "Leder"));
            case "returnApplication" ->
                Thing.named("id", theApplication(of))
                        .with(Map.of(
                                "remarks",
                                List.of(Map.of("pointer", "/asked", "text", "Hvorfor?")),
                                "lastDay",
                                "2025-03-20"));
            case "patchApplication" -> Thing.named("id", draft).with(Map.of("asked", 400_000));
            case "renewApplication" -> Thing.named("id", call);
            case "listAttachments" -> Thing.named("id", theApplication(of));
            case "downloadAttachment" ->
                of.equals("a draft") ? attachment(draft, ofDraft) : attachment(submitted, ofSubmitted);
            case "attachFile" -> Thing.named("id", draft).with("a;b\n");
            case "removeAttachment" -> attachment(submitted, ofSubmitted);
            case "getConversation", "listMessages" -> Thing.named("id", theApplication(of));
            case "downloadFromConversation" -> attachment(submitted, ofMessage);
            case "sendMessage" -> Thing.named("id", submitted).with(Map.of("text", "Takk for svaret."));
            case "attachToConversation" -> Thing.named("id", submitted).with("a;b\n");
            case "publishMessage" ->
                new Thing(Map.of("id", submitted, "messageId", answer), Map.of(), Optional.empty());
            case "changeApplication" -> Thing.named("id", draft).with(joint(call));
            case "deleteDraft" -> Thing.named("id", draft);
            case "submitApplication" -> Thing.named("id", draft);
            case "withdrawApplication" -> Thing.named("id", submitted);
            case "releaseParticipant" ->
                Thing.named("id", of.equals("a draft") ? draft : submitted)
                        .with(Map.of("number", "3407", "reason", "Alene"));
            case "getAssessment" -> Thing.named("id", assessment);
            case "changeAssessment" -> Thing.named("id", assessment).with(assessment(submitted, 400_000, 1));
            case "getFrameChange", "adoptFrames", "rejectFrames" -> Thing.named("id", frameChange);
            case "getAppropriation", "approveAppropriation" -> Thing.named("id", proposed);
            case "reviseAppropriation" ->
                Thing.named("id", appropriation).with(Map.of("amount", 1_000, "reason", "Saldert budsjett"));
            case "approveAppropriationRevision" ->
                new Thing(Map.of("id", appropriation, "revision", revision), Map.of(), Optional.empty());
            case "declineAward" ->
                Thing.named("id", award).with(Map.of("declinedBy", "Rådmannen", "reason", "Nei takk."));
            case "getBankFile", "fetchBankFile" -> Thing.named("number", bankFile);
            case "getBankAnswer" -> Thing.named("number", bankAnswer);
            case "getAccountingExport", "getVouchers" -> Thing.named("number", accountingExport);
            case "changeAwardAccount" ->
                Thing.named("id", award).with(Map.of("accountNumber", "12345678903", "statedBy", "Rådmannen"));
            case "approveAwardAccount" -> new Thing(Map.of("id", award, "number", "1"), Map.of(), Optional.empty());
            case "refuseAwardAccount" ->
                new Thing(Map.of("id", award, "number", "1"), Map.of(), Optional.empty())
                        .with(Map.of("reason", "Kontoen er ikke kommunens."));
            case "getAward",
                    "getAwardLetter",
                    "traceAward",
                    "acceptAward",
                    "getAwardInstalments",
                    "listAwardAccounts" -> Thing.named("id", award);
            case "getApplicationLetter" -> Thing.named("id", decided);
            case "getLetter", "getLetterDocument", "getLetterText" -> Thing.named("id", decisionLetter);
            case "getWebhook", "removeWebhook" -> Thing.named("id", webhook);
            case "getLetterChannel" ->
                Thing.named("number", LILLEHAMMER.number().value());
            case "chooseLetterChannel" ->
                Thing.named("number", LILLEHAMMER.number().value()).with(Map.of("channel", "feed"));
            case "deliverLetterAgain" -> Thing.named("id", decisionLetter).with(Map.of("channel", "feed"));
            case "confirmLetter" -> Thing.named("id", decisionLetter).with(Map.of("confirmedBy", "Arkivet"));
            case "promiseLaterYears" ->
                Thing.named("id", award).with(Map.of("laterYears", List.of(Map.of("year", 2026, "amount", 1_000))));
            case "publishAnswer" -> Thing.named("id", call).with(Map.of("question", "Kan vi?", "answer", "Ja."));
            case "getCallTimeline", "listCallAnswers" -> Thing.named("id", call);
            case "getCall", "announceCall" ->
                Thing.named("id", of.equals("one that is announced") ? call : unannounced);
            case "getForm" -> Thing.named("id", of.equals("a call that is announced") ? call : unannounced);
            case "getFormVersion" -> version(corrected, of.equals("a draft") ? 2 : 1);
            case "draftForm" -> Thing.named("id", unannounced).with(form());
            case "changeForm" -> version(corrected, 2).with(form());
            case "publishForm" -> version(corrected, 2).with(Map.of("reason", "Skrivefeil."));
            case "extendCall" ->
                Thing.named("id", call).with(Map.of("deadline", "2025-03-02T23:59:59+01:00", "reason", "Snø."));
            case "correctCall" ->
                Thing.named("id", call).with(Map.of("title", Requests.text("Rettet"), "reason", "Skrivefeil."));
            case "cancelCall" -> Thing.named("id", calledOff).with(Map.of("reason", "Ingen bevilgning."));
            case "getCallFigures" -> Thing.named("id", call);
            case "getOpportunity" -> Thing.named("oppId", call);
            case "decideOutage" -> Thing.named("id", outage).with(Map.of("granted", false, "reason", "Nei."));
            case "getForecast" -> Thing.named("id", forecast);
            case "changeForecast" -> Thing.named("id", forecast).with(Requests.forecast(scheme));
            case "withdrawForecast" -> Thing.named("id", forecast).with(Map.of("reason", "Ingen bevilgning."));
            case "getDispensation" ->
                Thing.named("id", of.equals("one that is decided") ? dispensationDecided : dispensationProposed);
            case "getPriorNotice" -> Thing.named("id", priorNotice);
            case "commentOnPriorNotice" ->
                Thing.named("id", priorNotice).with(Map.of("text", "Vi er uenige.", "by", "Rådmannen"));
            case "waivePriorNotice" -> Thing.named("id", priorNotice).with(Map.of("by", "Rådmannen"));
            case "getClaim" -> Thing.named("id", claim);
            case "proposeClaim", "decideClaim" -> Thing.named("id", claim).with(Map.of("amount", 0, "reason", "Nei."));
            case "notifyOfClaim" -> Thing.named("id", claim).with(Map.of("text", "Kjøpt bil."));
            case "enterClaimStep" ->
                Thing.named("id", claim).with(Map.of("kind", "repaid", "amount", 1, "reason", "Betalt."));
            case "answerClaimStep" ->
                new Thing(Map.of("id", claim, "number", "1"), Map.of(), Optional.empty()).with(Map.of("granted", true));
            case "getBankCredit" -> Thing.named("id", credit);
            case "closeBankCredit" -> Thing.named("id", credit).with(Map.of("reason", "Betalt tilbake."));
            case "getCarryOver" -> Thing.named("id", carryOver);
            case "applyForCarryOver" ->
                Thing.named("id", carryOver)
                        .with(Map.of("amount", 1_000, "reasons", "Ansatt sent.", "appliedBy", "Rådmannen"));
            case "proposeCarryOver", "decideCarryOver" ->
                Thing.named("id", carryOver).with(Map.of("amount", 0, "reason", "Nei."));
            case "decideDispensation" ->
                Thing.named("id", dispensationProposed).with(Map.of("granted", false, "reason", "Nei."));
            case "getReserveList" -> Thing.named("id", call);
            case "proposeReserveOffer" -> Thing.named("id", call).with(Map.of("applicationId", submitted));
            case "getReserveOffer", "approveReserveOffer" -> Thing.named("id", reserveOffer);
            case "refuseReserveOffer" -> Thing.named("id", reserveOffer).with(Map.of("reason", "Nei."));
            case "getStatement" -> Thing.named("id", of.equals("one that is decided") ? decided : submitted);
            case "giveStatement" ->
                Thing.named("id", submitted).with(Map.of("advice", "none", "text", "Til orientering."));
            case "getCase", "takeCase" -> Thing.named("id", submitted);
            case "handOverCase" -> Thing.named("id", submitted).with(Map.of("to", "adviser-2", "reason", "Permisjon."));
            case "releaseCase" -> Thing.named("id", submitted).with(Map.of());
            case "getCostKey" -> Thing.named("code", "framework-2026");
            case "getDeadLetter", "retryDeadLetter" -> Thing.named("id", letter);
            case "endDisqualification" -> Thing.named("id", disqualification);
            case "getPaymentBatch", "approvePaymentBatch" -> Thing.named("id", batch);
            case "confirmPaymentBatch" -> Thing.named("id", batch).with(PAID);
            case "getPayment", "approvePayment" -> Thing.named("id", payment);
            case "rejectPayment" -> Thing.named("id", payment).with(Map.of("code", "AC01", "rejectedOn", "2025-06-01"));
            case "returnPayment" -> Thing.named("id", payment).with(Map.of("code", "AC04", "returnedOn", "2025-06-01"));
            case "confirmPayment" -> Thing.named("id", payment).with(PAID);
            case "draftSchemeVersion" -> Thing.named("id", scheme).with(rules(40));
            case "listSchemeVersions" -> Thing.named("id", scheme);
            case "changeSchemeVersion" -> version(redrafted, 2).with(rules(30));
            case "putSchemeVersionInForce" -> version(unruled, 1).with(Map.of());
            case "getSchemeVersion" -> version(redrafted, of.equals("a draft") ? 2 : 1);
            case "getScheme" -> Thing.named("id", scheme);
            default -> throw new AssertionError("There is no thing to ask " + operation + " for");
        };
    }

    private static Thing attachment(String application, String id) {
        return new Thing(Map.of("id", application, "attachmentId", id), Map.of(), Optional.empty());
    }

    private static Thing version(String scheme, int number) {
        return new Thing(Map.of("id", scheme, "version", Integer.toString(number)), Map.of(), Optional.empty());
    }
}
