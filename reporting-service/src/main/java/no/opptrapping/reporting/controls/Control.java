package no.opptrapping.reporting.controls;

import java.util.function.Function;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.Severity;

/**
 * One rule of the annual report.
 *
 * @param code stable, {@code controls.fact}; its text stands under that key in {@code messages/controls_*}
 * @param severity whether it stops a submission or asks for a comment
 * @param breaches finds every place where the rule does not hold; empty when it holds
 */
public record Control(String code, Severity severity, Function<ReportUnderControl, Stream<Breach>> breaches) {}
