package no.opptrapping.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.Forms;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.Progress;
import no.opptrapping.reporting.obligations.RoomChanged;

/** Opens a municipality's room for a year when there is something to report on, and extends it when there is more. */
@ApplicationScoped
class KeepRooms {
    private final Obligations obligations;
    private final Reports reports;
    private final ControlReports control;
    private final Forms forms;
    private final Outbox outbox;
    private final Clock clock;

    KeepRooms(
            Obligations obligations, Reports reports, ControlReports control, Forms forms, Outbox outbox, Clock clock) {
        this.obligations = obligations;
        this.reports = reports;
        this.control = control;
        this.forms = forms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void changed(@Observes RoomChanged room) {
        var live = obligations.inRoom(room.reportId()).stream()
                .filter(obligation -> obligation.status().isLive())
                .toList();
        reports.find(room.reportId()).ifPresentOrElse(report -> extend(report, live), () -> open(room, live));
    }

    private void open(RoomChanged room, List<Obligation> live) {
        if (live.isEmpty()) {
            return;
        }
        var first = live.getFirst();
        var basis = Basis.of(live);
        var known = control.underControl(room.municipalityId(), first.number(), room.year(), basis, Answers.NONE);
        var report = Report.opened(
                room.municipalityId(),
                first.number(),
                room.year(),
                new Report.FormEdition(first.form(), forms.newestEdition(first.form(), room.year())),
                basis,
                Prefill.filled(known),
                clock.instant());
        reports.keep(report);
        outbox.append(ReportV1.event(report));
    }

    private void extend(Report report, List<Obligation> live) {
        var basis = live.isEmpty() ? report.basis().empty() : Basis.of(live);
        if (basis.equals(report.basis())) {
            return;
        }
        var known =
                control.underControl(report.municipalityId(), report.number(), report.year(), basis, report.answers());
        var extended = report.extended(basis, Prefill.filled(known), clock.instant());
        reports.keep(extended);
        // What is submitted or approved says the same as before.
        if (extended.state().progress() == Progress.WITH_THE_MUNICIPALITY) {
            outbox.append(ReportV1.event(extended));
        }
    }
}
