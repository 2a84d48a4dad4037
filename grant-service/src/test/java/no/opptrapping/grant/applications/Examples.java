package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Records.but;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.ContactPerson;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.forms.Answers;
import no.opptrapping.grant.schemerules.SampleRules;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** A call, municipalities and an application that keep every rule, to be spoiled by tests. */
public final class Examples {
    static final LocalDate TODAY = LocalDate.of(2025, 2, 1);
    static final Instant IN_TIME = Instant.parse("2025-02-01T10:00:00Z");
    static final KnownMunicipality HOST = municipality("3301", "Drammen", 1);
    static final KnownMunicipality NEIGHBOUR = municipality("3303", "Kongsberg", 2);

    static final Call CALL = new Call(
            new CallId(UUID.fromString("0195c0de-0000-7000-8000-000000000001")),
            new SchemeId(UUID.fromString("0195c0de-0000-7000-8000-00000000000a")),
            Year.of(2025),
            new LocalisedText("Utlysning 2025", "Utlysing 2025", "Call 2025"),
            LocalDate.of(2025, 1, 15),
            Instant.parse("2025-03-01T22:59:59Z"),
            Kroner.of(10_000_000),
            DivisionRule.RANKED,
            TieRule.EARLIEST,
            true,
            List.of(),
            CallStatus.ANNOUNCED,
            2,
            "adviser-1",
            Instant.parse("2025-01-10T08:00:00Z"),
            Optional.of(new Call.Announcement("leader-1", Instant.parse("2025-01-13T09:00:00Z"))),
            Optional.of(1),
            List.of(),
            CallParts.WHOLE);

    static final ApplicationContent COMPLETE = new ApplicationContent(
            new ContactPerson("Ola Nordmann", "ola@example.no", null),
            List.of(
                    new MeasureLine(MeasureCode.AMBULANT_OUTREACH, "Oppsøkende team", null, Kroner.of(300_000)),
                    new MeasureLine(MeasureCode.WORK_AND_ACTIVITY, "Arbeid", null, Kroner.of(100_000))),
            List.of(new PositionLine("Ruskonsulent", 100, 1)),
            List.of(
                    new BudgetLine(BudgetLineKind.WAGES, "Lønn", Kroner.of(520_000)),
                    new BudgetLine(BudgetLineKind.INCOME, "NAV", Kroner.of(20_000))),
            Kroner.of(400_000),
            Kroner.of(100_000),
            List.of(),
            true,
            Kroner.ZERO,
            null,
            null,
            Answers.none(),
            List.of(),
            List.of());

    /** A draft in which nothing is written yet. */
    public static final ApplicationContent EMPTY = but(
            COMPLETE,
            "contact",
            null,
            "measures",
            List.of(),
            "positions",
            List.of(),
            "budgetLines",
            List.of(),
            "asked",
            null,
            "ownShare",
            null,
            "commitment",
            false);

    static final ApplicationContent.WrittenConsent IN_WRITING = new ApplicationContent.WrittenConsent(
            new Signatory("Per Medvik", "Kommunedirektør"), LocalDate.of(2025, 1, 20));

    private Examples() {}

    static KnownMunicipality municipality(String number, String name, int serial) {
        return new KnownMunicipality(
                new MunicipalityId(new UUID(0, serial)), new MunicipalityNumber(number), name, Optional.empty(), TODAY);
    }

    static ApplicationContent joint(ParticipantLine... participants) {
        return but(COMPLETE, "participants", List.of(participants));
    }

    static SubmissionRules.Attempt attempt(ApplicationContent content) {
        return attempt(content, CALL, IN_TIME);
    }

    static SubmissionRules.Attempt attempt(ApplicationContent content, Call call, Instant at) {
        return new SubmissionRules.Attempt(
                content,
                call,
                Optional.empty(),
                List.of(),
                HOST,
                NUMBERS,
                Set.of(),
                SampleRules.weighing(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at);
    }

    static final Map<MunicipalityNumber, NumberStatus> NUMBERS = Map.of(
            HOST.number(),
            new NumberStatus.Valid(HOST),
            NEIGHBOUR.number(),
            new NumberStatus.Valid(NEIGHBOUR),
            new MunicipalityNumber("0602"),
            new NumberStatus.Ceased(List.of(HOST)));

    /** The call when its deadline has passed and it is closed. */
    static Call closed() {
        return new Call(
                CALL.id(),
                CALL.scheme(),
                CALL.year(),
                CALL.title(),
                CALL.opensOn(),
                CALL.deadline(),
                CALL.budget(),
                CALL.rule(),
                CALL.tieRule(),
                true,
                CALL.documents(),
                CallStatus.CLOSED,
                3,
                CALL.madeBy(),
                CALL.madeAt(),
                CALL.announcement(),
                CALL.schemeVersion(),
                CALL.changes(),
                CallParts.WHOLE);
    }

    static Application draft() {
        return new Application(
                new ApplicationId(UUID.fromString("0195c0de-0000-7000-8000-0000000000b1")),
                "A0000042",
                CALL.id(),
                CALL.scheme(),
                CALL.year(),
                HOST.id(),
                HOST.number(),
                COMPLETE,
                ApplicationStatus.DRAFT,
                3,
                Instant.parse("2025-01-20T08:00:00Z"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    static Application submitted() {
        return draft().submitted(
                        HOST.number(),
                        List.of(
                                new ParticipantShare(HOST.id(), HOST.number(), Kroner.of(250_000)),
                                new ParticipantShare(NEIGHBOUR.id(), NEIGHBOUR.number(), Kroner.of(150_000))),
                        IN_TIME);
    }
}
