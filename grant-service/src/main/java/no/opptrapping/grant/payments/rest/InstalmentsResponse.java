package no.opptrapping.grant.payments.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.InstalmentStanding;
import no.opptrapping.grant.payments.OverdueReport;
import no.opptrapping.grant.payments.SeeInstalments;
import no.opptrapping.grant.schemerules.InstalmentCondition;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When which part of an award is paid, and how far each has come. */
@Schema(name = "AwardInstalments")
record InstalmentsResponse(
        AwardId awardId,

        @Schema(description = "The award in whole kroner, which the instalments sum to")
        Kroner amount,

        @Schema(maxItems = 12, description = "In the order they are paid; none when nothing is left of the award")
        List<Item> instalments,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Overdue overdueReport) {
    /** One instalment. */
    @Schema(name = "AwardInstalment")
    record Item(
            @Schema(description = "1 is the first") int number,

            @Schema(description = "Its share of the award") int percent,

            @Schema(
                    description =
                            "In whole kroner: the percent of the award, rounded down; the last instalment takes the rest")
            Kroner amount,

            @Schema(description = "The first day on which it is paid; absent: as soon as the award is accepted")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            LocalDate from,

            @Schema(description = "What must be so before it is paid")
            InstalmentCondition condition,

            @Schema(description = "How far it has come") InstalmentStanding.State state,

            @Schema(description = "How much of it is on its way or paid, in whole kroner")
            Kroner ordered,

            @Schema(description = "How much of it the bank has confirmed, in whole kroner")
            Kroner paid,

            @Schema(maxItems = 6, description = "All that stands in the way of ordering it; absent unless it waits")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<InstalmentStanding.WaitsFor> waitsFor) {
        static Item of(InstalmentStanding standing) {
            var instalment = standing.instalment();
            return new Item(
                    instalment.number(),
                    instalment.percent(),
                    instalment.amount(),
                    instalment.from().orElse(null),
                    instalment.condition(),
                    standing.state(),
                    standing.ordered(),
                    standing.paid(),
                    standing.waitsFor());
        }
    }

    /** The report that instalments wait for which ask for reports. */
    @Schema(name = "OverdueReport")
    record Overdue(
            UUID reportId,
            MunicipalityId municipalityId,

            @Schema(description = "The year that it tells of")
            int year,

            @Schema(description = "Its last day, which is over")
            LocalDate dueOn) {
        static Overdue of(OverdueReport report) {
            return new Overdue(
                    report.report(), report.municipality(), report.year().getValue(), report.dueOn());
        }
    }

    static InstalmentsResponse of(SeeInstalments.Seen seen) {
        return new InstalmentsResponse(
                seen.award().id(),
                seen.award().amount(),
                seen.instalments().stream().map(Item::of).toList(),
                seen.overdue().map(Overdue::of).orElse(null));
    }
}
