package no.opptrapping.grant.frames;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/** Sums a run's amounts per office that the municipalities belong to on the day: the frames that they come to. */
@ApplicationScoped
class RunFrames {
    /** What became of it. */
    sealed interface Outcome {
        /** What has to change for the frames to be the run's. */
        record Summed(List<FrameChange.Line> lines) implements Outcome {}

        /** The run cannot be used, or has municipalities of no office. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    private final RunAmounts runs;
    private final KnownMunicipalities municipalities;
    private final KnownOffices offices;

    RunFrames(RunAmounts runs, KnownMunicipalities municipalities, KnownOffices offices) {
        this.runs = runs;
        this.municipalities = municipalities;
        this.offices = offices;
    }

    Outcome of(UUID run, SchemeId scheme, Year year, YearFrames frames, LocalDate today) {
        var amounts = runs.of(run, scheme, year);
        if (amounts.isEmpty()) {
            return refused(BrokenRule.of("frame.run-not-usable", "/runId"));
        }
        var known = offices.get();
        var structure = municipalities.structure();
        var sums = new TreeMap<CountyGovernorOfficeId, Kroner>();
        var homeless = new ArrayList<String>();
        for (var amount : amounts.get()) {
            known.of(amount.municipality(), structure, today)
                    .ifPresentOrElse(
                            office -> sums.merge(office, amount.amount(), Kroner::plus),
                            () -> homeless.add(amount.number().value()));
        }
        return homeless.isEmpty()
                ? new Outcome.Summed(frames.changesTo(sums))
                : refused(BrokenRule.of(
                        "frame.municipalities-of-no-office", "/runId", "municipalities", String.join(", ", homeless)));
    }

    private static Outcome refused(BrokenRule rule) {
        return new Outcome.Refused(List.of(rule));
    }
}
