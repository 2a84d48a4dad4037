package no.opptrapping.reporting.controls;

import static no.opptrapping.platform.problems.Severity.ERROR;
import static no.opptrapping.platform.problems.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;

/** The rules of the annual report IS-24/8, in the order in which they are shown. */
public final class ReportControls {
    /** All rules. */
    public static final List<Control> ALL =
            Stream.of(accounts(), manYears(), rest()).flatMap(List::stream).toList();

    private ReportControls() {}

    private static List<Control> accounts() {
        return List.of(
                new Control("controls.award-unknown", ERROR, AccountControls::awardUnknown),
                new Control("controls.award-twice", ERROR, AccountControls::awardTwice),
                new Control("controls.award-missing", ERROR, AccountControls::awardMissing),
                new Control("controls.amount-missing", ERROR, AccountControls::amountMissing),
                new Control("controls.amount-negative", ERROR, AccountControls::amountNegative),
                new Control("controls.received-not-paid", ERROR, AccountControls::receivedIsNotWhatWasPaid),
                new Control("controls.carried-in-differs", ERROR, AccountControls::carriedInIsNotWhatWasCarriedOver),
                new Control("controls.not-balanced", ERROR, AccountControls::notBalanced),
                new Control("controls.attestation-missing", ERROR, AccountControls::attestationMissing),
                new Control("controls.deviation-unexplained", ERROR, AccountControls::deviationUnexplained));
    }

    private static List<Control> manYears() {
        return List.of(
                new Control("controls.man-years-missing", ERROR, ManYearsControls::missing),
                new Control("controls.man-years-negative", ERROR, ManYearsControls::negative),
                new Control("controls.man-years-decimals", ERROR, ManYearsControls::tooManyDecimals),
                new Control("controls.man-years-twice", ERROR, ManYearsControls::sameCellTwice),
                new Control("controls.man-years-implausible", WARNING, ManYearsControls::implausible),
                new Control("controls.man-years-changed", WARNING, ManYearsControls::changed));
    }

    private static List<Control> rest() {
        return List.of(
                new Control("controls.purpose-missing", ERROR, ServiceControls::purposeMissing),
                new Control("controls.purpose-small", WARNING, ServiceControls::purposeSmall),
                new Control("controls.services-missing", ERROR, ServiceControls::servicesMissing),
                new Control("controls.service-unknown", ERROR, ServiceControls::unknownMeasure),
                new Control("controls.service-twice", ERROR, ServiceControls::measureTwice),
                new Control("controls.service-not-judged", ERROR, ServiceControls::notJudged),
                new Control("controls.service-judged-not-offered", ERROR, ServiceControls::judgedButNotOffered),
                new Control("controls.paid-service-not-offered", WARNING, ServiceControls::paidForButNotOffered));
    }
}
