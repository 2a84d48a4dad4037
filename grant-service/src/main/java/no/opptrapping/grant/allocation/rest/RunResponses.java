package no.opptrapping.grant.allocation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.Corrections;
import no.opptrapping.grant.allocation.runs.OtherRuns;
import no.opptrapping.grant.allocation.runs.Preliminaries;
import no.opptrapping.grant.allocation.runs.WarnOfRun;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;

/** Shows a run beside what else has been adopted of its year, with what would stand in the way of adopting it. */
@ApplicationScoped
class RunResponses {
    private final OtherRuns otherRuns;
    private final WarnOfRun warnOfRun;
    private final Corrections corrections;
    private final Preliminaries preliminaries;
    private final CurrentLanguage language;
    private final Texts texts;

    RunResponses(
            OtherRuns otherRuns,
            WarnOfRun warnOfRun,
            Corrections corrections,
            Preliminaries preliminaries,
            CurrentLanguage language,
            Texts texts) {
        this.corrections = corrections;
        this.preliminaries = preliminaries;
        this.otherRuns = otherRuns;
        this.warnOfRun = warnOfRun;
        this.language = language;
        this.texts = texts;
    }

    /** The run as it was asked for and with the figures it used. */
    RunResponse whole(AllocationRun run) {
        return beside(run, RunResponse.whole(run));
    }

    /** The run as it is after an act. */
    RunResponse withOthers(AllocationRun run) {
        return beside(run, RunResponse.of(run));
    }

    private RunResponse beside(AllocationRun run, RunResponse response) {
        var others = otherRuns.of(run);
        return response.beside(
                others,
                warnOfRun.of(run, others).stream()
                        .map(warning -> new RunResponse.Warning(
                                warning.code(), texts.text(language.get(), warning.code(), warning.arguments())))
                        .toList(),
                RunEditions.of(corrections.of(run.id()), corrections.correcting(run.id()), preliminaries.of(run.id())));
    }
}
