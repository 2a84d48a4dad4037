package no.opptrapping.grant.allocation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.OtherRuns;
import no.opptrapping.grant.allocation.runs.WarnOfRun;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;

/** Shows a run beside what else has been adopted of its year, with what would stand in the way of adopting it. */
@ApplicationScoped
class RunViews {
    private final OtherRuns otherRuns;
    private final WarnOfRun warnOfRun;
    private final CurrentLanguage language;
    private final Texts texts;

    RunViews(OtherRuns otherRuns, WarnOfRun warnOfRun, CurrentLanguage language, Texts texts) {
        this.otherRuns = otherRuns;
        this.warnOfRun = warnOfRun;
        this.language = language;
        this.texts = texts;
    }

    /** The run as it was asked for and with the figures it used. */
    RunView whole(AllocationRun run) {
        return beside(run, RunView.whole(run));
    }

    /** The run as it is after an act. */
    RunView withOthers(AllocationRun run) {
        return beside(run, RunView.of(run));
    }

    private RunView beside(AllocationRun run, RunView view) {
        var others = otherRuns.of(run);
        return view.beside(
                others,
                warnOfRun.of(run, others).stream()
                        .map(warning -> new RunView.Warning(
                                warning.code(), texts.text(language.get(), warning.code(), warning.arguments())))
                        .toList());
    }
}
