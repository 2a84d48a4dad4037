package no.opptrapping.grant.applications;

import static no.opptrapping.grant.applications.Examples.COMPLETE;
import static no.opptrapping.grant.applications.Examples.HOST;
import static no.opptrapping.grant.applications.Examples.IN_TIME;
import static no.opptrapping.grant.applications.Examples.NEIGHBOUR;
import static no.opptrapping.grant.applications.Examples.attempt;
import static no.opptrapping.grant.applications.Examples.joint;
import static no.opptrapping.grant.testing.Records.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.WrittenConsent;
import no.opptrapping.grant.schemerules.SampleRules;
import no.opptrapping.grant.schemerules.SchemeApplicants;
import no.opptrapping.grant.schemerules.SchemeHandling;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** Who must have agreed and who must have signed before an application is submitted, and who may apply at all. */
class ConsentAndSignatureTest {
    private static final Signatory OLA = new Signatory("Ola Nordmann", "Rådgiver");
    private static final Signatory KARI = new Signatory("Kari Nordmann", "Kommunedirektør");
    private static final ApplicationContent SHARED = joint(
            new ParticipantLine(HOST.number(), Kroner.of(250_000)),
            new ParticipantLine(NEIGHBOUR.number(), Kroner.of(150_000)));

    @Test
    void whoHasAShareMustHaveAgreedToIt() {
        assertThat(broken(attempt(SHARED))).containsExactly("/participants/1 application.consent-missing");
        assertThat(broken(answered(150_000, Optional.empty())))
                .containsExactly("/participants/1 application.consent-missing");
        assertThat(broken(answered(150_000, Optional.of(false))))
                .containsExactly("/participants/1 application.participant-declined");
        assertThat(broken(answered(149_999, Optional.of(true))))
                .containsExactly("/participants/1/share application.consent-to-other-share");
        assertThat(broken(answered(150_000, Optional.of(true)))).isEmpty();
    }

    @Test
    void aConsentInWritingCountsFromTheDayItWasSigned() {
        assertThat(broken(attempt(written(Examples.TODAY)))).isEmpty();
        assertThat(broken(attempt(written(Examples.TODAY.plusDays(1)))))
                .containsExactly("/participants/1/writtenConsent/signedOn application.consent-signed-later");
    }

    @Test
    void whoIsToHaveNothingNeedNotAgree() {
        assertThat(broken(attempt(joint(
                        new ParticipantLine(HOST.number(), Kroner.of(400_000)),
                        new ParticipantLine(NEIGHBOUR.number(), Kroner.ZERO)))))
                .isEmpty();
    }

    @Test
    void anotherSignsThanTheOneWhoFilledInWhereTheSchemeAsksForIt() {
        var filledIn = but(COMPLETE, "filledInBy", OLA);
        assertThat(broken(attempt(COMPLETE))).isEmpty();
        assertThat(broken(signed(COMPLETE, Optional.empty())))
                .containsExactly(
                        "/filledInBy application.filled-in-by-missing", "/signature application.signature-missing");
        assertThat(broken(signed(filledIn, Optional.of(new Signatory(" ola  NORDMANN", "Rådmann")))))
                .containsExactly("/signature/name application.signed-by-who-filled-in");
        assertThat(broken(signed(filledIn, Optional.of(KARI)))).isEmpty();
    }

    @Test
    void theSchemeSaysWhoMayApplyAndWhetherTogether() {
        var rules = but(SampleRules.weighing(), "applicants", new SchemeApplicants(List.of("46"), false));
        assertThat(broken(but(attempt(written(Examples.TODAY)), "rules", rules)))
                .containsExactly(" application.not-among-applicants", "/participants application.joint-not-allowed");
        var own = but(SampleRules.weighing(), "applicants", new SchemeApplicants(List.of("33"), true));
        assertThat(broken(but(attempt(written(Examples.TODAY)), "rules", own))).isEmpty();
    }

    @Test
    void whatWasReturnedIsSubmittedAgainUntilItsOwnLastMoment() {
        var late = Examples.CALL.deadline().plusSeconds(86_400);
        var completion = new Completion(List.of(), "adviser-1", IN_TIME, late, COMPLETE, Optional.empty());
        var returned = but(attempt(COMPLETE, Examples.CALL, late), "completion", Optional.of(completion));
        assertThat(broken(returned)).isEmpty();
        assertThat(broken(but(returned, "at", late.plusNanos(1_000)))).containsExactly(" application.completion-over");
        assertThat(broken(attempt(COMPLETE, Examples.CALL, late))).containsExactly(" application.deadline-passed");
    }

    @Test
    void whatIsBeingCompletedIsAsItWasForEverybodyElseAndWhenNothingComes() {
        var submitted = Examples.submitted();
        var returned = submitted.returned(new Completion(
                List.of(), "adviser-1", IN_TIME, IN_TIME.plusSeconds(60), submitted.content(), Optional.empty()));
        var written = returned.changed(but(COMPLETE, "asked", Kroner.of(1)));
        assertThat(written.asSubmitted().content()).isEqualTo(submitted.content());
        assertThat(written.notCompleted(IN_TIME.plusSeconds(61)).content()).isEqualTo(submitted.content());
        assertThat(written.withdrawn("Nei", IN_TIME).asked()).isEqualTo(submitted.asked());
        var again = written.submitted(HOST.number(), written.participants(), IN_TIME.plusSeconds(30));
        assertThat(again.asked()).isEqualTo(Kroner.of(1));
        assertThat(again.submittedAt()).isEqualTo(submitted.submittedAt());
        assertThat(again.completedAt()).contains(IN_TIME.plusSeconds(30));
        assertThat(again.completion()).isEmpty();
    }

    @Test
    void aReturnHasPointersAndALastDayThatCanBeKept() {
        var today = LocalDate.of(2025, 3, 10);
        assertThat(returning("/measures/0/description", today, today)).isEmpty();
        assertThat(returning("", today.plusDays(90), today)).isEmpty();
        assertThat(returning("measures", today.minusDays(1), today)).containsExactly("/remarks/0/pointer", "/lastDay");
        assertThat(returning("/a~2b", today.plusDays(91), today)).containsExactly("/remarks/0/pointer", "/lastDay");
    }

    private static List<String> returning(String pointer, LocalDate lastDay, LocalDate today) {
        return ReturnApplication.brokenBy(List.of(new Completion.Remark(pointer, "Mangler")), lastDay, today).stream()
                .map(rule -> rule.pointer())
                .toList();
    }

    private static SubmissionRules.Attempt answered(long share, Optional<Boolean> agreed) {
        var consent = new Consent(
                NEIGHBOUR.id(),
                NEIGHBOUR.number(),
                Kroner.of(share),
                IN_TIME,
                agreed.map(yes -> new Consent.Answer(yes, KARI, IN_TIME, null)));
        return but(attempt(SHARED), "consents", List.of(consent));
    }

    private static ApplicationContent written(LocalDate signedOn) {
        return joint(
                new ParticipantLine(HOST.number(), Kroner.of(250_000)),
                new ParticipantLine(NEIGHBOUR.number(), Kroner.of(150_000), new WrittenConsent(KARI, signedOn)));
    }

    private static SubmissionRules.Attempt signed(ApplicationContent content, Optional<Signatory> signatory) {
        var rules = but(SampleRules.weighing(), "handling", new SchemeHandling(true, null, null));
        return but(attempt(content), "rules", rules, "signatory", signatory);
    }

    private static List<String> broken(SubmissionRules.Attempt attempt) {
        return SubmissionRules.brokenBy(attempt).stream()
                .map(rule -> rule.pointer() + " " + rule.code())
                .toList();
    }
}
