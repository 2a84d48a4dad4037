package no.opptrapping.reporting.controls;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.forms.Measures;
import no.opptrapping.reporting.forms.PurposeShare;
import no.opptrapping.reporting.forms.ServiceAnswer;

/** Rules about the purpose and the services. The simple form does not ask about services. */
final class ServiceControls {
    private ServiceControls() {}

    static Stream<Breach> purposeMissing(ReportUnderControl report) {
        return report.answers().purpose() == null ? Stream.of(Breach.at("/purpose")) : Stream.empty();
    }

    static Stream<Breach> purposeSmall(ReportUnderControl report) {
        var purpose = report.answers().purpose();
        return purpose == PurposeShare.SMALL || purpose == PurposeShare.VERY_SMALL
                ? Stream.of(Breach.at("/purpose"))
                : Stream.empty();
    }

    static Stream<Breach> servicesMissing(ReportUnderControl report) {
        return report.size() == FormSize.FULL && report.answers().services().isEmpty()
                ? Stream.of(Breach.at("/services"))
                : Stream.empty();
    }

    static Stream<Breach> unknownMeasure(ReportUnderControl report) {
        return services(report)
                .filter(index -> !Measures.CODES.contains(service(report, index).measure()))
                .mapToObj(index -> at(index, "measure")
                        .with("measure", service(report, index).measure()));
    }

    static Stream<Breach> measureTwice(ReportUnderControl report) {
        var services = report.answers().services();
        return services(report)
                .filter(index -> services.stream()
                        .limit(index)
                        .anyMatch(earlier ->
                                earlier.measure().equals(services.get(index).measure())))
                .mapToObj(index -> at(index, "measure"));
    }

    static Stream<Breach> notJudged(ReportUnderControl report) {
        return services(report)
                .filter(index -> report.size() == FormSize.FULL)
                .filter(index -> service(report, index).offered()
                        && service(report, index).works() == null)
                .mapToObj(index -> at(index, "works"));
    }

    static Stream<Breach> judgedButNotOffered(ReportUnderControl report) {
        return services(report)
                .filter(index -> !service(report, index).offered()
                        && service(report, index).works() != null)
                .mapToObj(index -> at(index, "works"));
    }

    static Stream<Breach> paidForButNotOffered(ReportUnderControl report) {
        return services(report)
                .filter(index -> !service(report, index).offered())
                .filter(index -> report.accountable().stream()
                        .anyMatch(award ->
                                award.measures().contains(service(report, index).measure())))
                .mapToObj(index -> at(index, "offered")
                        .with("measure", service(report, index).measure()));
    }

    private static IntStream services(ReportUnderControl report) {
        return IntStream.range(0, report.answers().services().size());
    }

    private static ServiceAnswer service(ReportUnderControl report, int index) {
        return report.answers().services().get(index);
    }

    private static Breach at(int index, String field) {
        return Breach.at("/services/" + index + "/" + field);
    }
}
