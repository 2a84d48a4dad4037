package no.opptrapping.reporting.controls;

import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Severity;
import no.opptrapping.reporting.forms.AnswerComment;

/**
 * What the controls found: all of it, in the order of the rules.
 *
 * @param errors what stops a submission
 * @param warnings what asks for a comment
 * @param unanswered the warnings that no comment answers: these stop a submission as well
 */
public record Findings(List<BrokenRule> errors, List<BrokenRule> warnings, List<BrokenRule> unanswered) {
    /** Holds a report against every rule of {@link ReportControls#ALL}. */
    public static Findings of(ReportUnderControl report) {
        return of(report, ReportControls.ALL);
    }

    static Findings of(ReportUnderControl report, List<Control> controls) {
        var warnings = broken(report, controls, Severity.WARNING);
        var unanswered = warnings.stream()
                .filter(warning -> report.answers().comments().stream()
                        .map(AnswerComment::pointer)
                        .noneMatch(warning.pointer()::equals))
                .toList();
        return new Findings(broken(report, controls, Severity.ERROR), warnings, unanswered);
    }

    private static List<BrokenRule> broken(ReportUnderControl report, List<Control> controls, Severity severity) {
        return controls.stream()
                .filter(control -> control.severity() == severity)
                .flatMap(control -> control.breaches()
                        .apply(report)
                        .map(breach -> new BrokenRule(control.code(), breach.pointer(), breach.arguments(), severity)))
                .toList();
    }

    /** Everything that stops a submission. */
    public List<BrokenRule> stopping() {
        return Stream.concat(errors.stream(), unanswered.stream()).toList();
    }

    public boolean allowSubmission() {
        return errors.isEmpty() && unanswered.isEmpty();
    }
}
