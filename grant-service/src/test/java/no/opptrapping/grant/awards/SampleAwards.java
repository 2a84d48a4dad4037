package no.opptrapping.grant.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** Two awards to test with: a joint one that was applied for, and an accepted one by objective criteria. */
public final class SampleAwards {
    private SampleAwards() {}

    public static Award joint() {
        return joint("Bergen", "Oppsøkende team");
    }

    /** The same of a recipient and a measure with other names. */
    public static Award joint(String recipient, String measure) {
        return award(
                recipient,
                new UUID(0, 1),
                Kroner.of(1_400_000),
                List.of(share(new UUID(0, 11), "4601", 1_000_000), share(new UUID(0, 12), "4624", 400_000)),
                Optional.of(new ApplicationId(new UUID(0, 21))),
                List.of(new Award.Measure("ambulant-outreach", measure, Kroner.of(1_400_000))),
                Award.Reporting.Size.FULL);
    }

    public static Award accepted() {
        var award = award(
                "Bergen",
                new UUID(0, 2),
                Kroner.of(150_000),
                List.of(share(new UUID(0, 11), "4601", 150_000)),
                Optional.empty(),
                List.of(),
                Award.Reporting.Size.SIMPLE);
        return award.accepted(new Award.Acceptance(
                Instant.parse("2025-04-10T09:00:00Z"),
                LocalDate.of(2025, 4, 10),
                "Kommunedirektøren",
                new OrganisationNumber("964338531"),
                new AccountNumber("86011117947")));
    }

    /** The joint one, reduced by a correction of the run that it came from. */
    static Award corrected() {
        var joint = joint();
        return joint.changed(
                new AwardChange(
                        new UUID(0, 51),
                        AwardChange.Cause.CORRECTION,
                        Kroner.of(1_400_000),
                        Kroner.of(1_260_000),
                        Kroner.of(40_000),
                        List.of(share(new UUID(0, 11), "4601", 900_000), share(new UUID(0, 12), "4624", 360_000)),
                        new LocalisedText("Feil folketall.", "Feil folketal.", "A wrong population figure."),
                        Optional.of(new UUID(0, 42)),
                        "dina",
                        Instant.parse("2025-06-02T09:00:00Z")),
                joint.terms());
    }

    static AwardChange toNothing(Award award) {
        return new AwardChange(
                new UUID(0, 52),
                AwardChange.Cause.CORRECTION,
                award.amount(),
                Kroner.ZERO,
                Kroner.ZERO,
                List.of(),
                new LocalisedText("Feil liste.", "Feil liste.", "A wrong list."),
                Optional.of(new UUID(0, 42)),
                "dina",
                Instant.parse("2025-06-02T09:00:00Z"));
    }

    static Award declined() {
        return award(
                        "Bergen",
                        new UUID(0, 3),
                        Kroner.of(150_000),
                        List.of(share(new UUID(0, 11), "4601", 150_000)),
                        Optional.empty(),
                        List.of(),
                        Award.Reporting.Size.SIMPLE)
                .ended(new Award.Ending(
                        Award.Ending.Cause.DECLINED,
                        Instant.parse("2025-04-10T09:00:00Z"),
                        LocalDate.of(2025, 4, 10),
                        "Kommunedirektøren",
                        Optional.of("Vi får ikke tilsatt noen.")));
    }

    private static ParticipantShare share(UUID municipality, String number, long amount) {
        return new ParticipantShare(
                new MunicipalityId(municipality), new MunicipalityNumber(number), Kroner.of(amount));
    }

    private static Award award(
            String recipient,
            UUID id,
            Kroner amount,
            List<ParticipantShare> participants,
            Optional<ApplicationId> application,
            List<Award.Measure> measures,
            Award.Reporting.Size size) {
        return new Award(
                new AwardId(id),
                "76562-2025-0001",
                1,
                AwardStatus.AWARDED,
                new Award.Purpose(
                        new SchemeId(new UUID(0, 31)),
                        3,
                        "kommunalt-rusarbeid",
                        new LocalisedText("Kommunalt rusarbeid", "Kommunalt rusarbeid", "Municipal substance-use work"),
                        "765",
                        "62",
                        new Contact("Tilskudd", "tilskudd@example.no", "")),
                Year.of(2025),
                new Award.Recipient(new MunicipalityId(new UUID(0, 11)), new MunicipalityNumber("4601"), recipient),
                amount,
                participants,
                application,
                new UUID(0, 41),
                measures,
                new Award.Reporting(
                        LocalDate.of(2026, 1, 15),
                        LocalDate.of(2026, 3, 1),
                        "is-24-8",
                        size,
                        size == Award.Reporting.Size.FULL ? Optional.of(Kroner.of(200_000)) : Optional.empty()),
                new Award.Terms(LocalDate.of(2025, 4, 29), 21),
                "dina",
                Instant.parse("2025-04-01T09:00:00Z"),
                LocalDate.of(2025, 4, 1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
