package no.opptrapping.grant.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;

/** Tells of a call: whoever may apply that it is announced, and whoever has begun an application what is changed in it. */
@ApplicationScoped
class TellOfCalls {
    private final Notices notices;
    private final Applicants applicants;
    private final KnownMunicipalities municipalities;
    private final Clock clock;

    TellOfCalls(Notices notices, Applicants applicants, KnownMunicipalities municipalities, Clock clock) {
        this.notices = notices;
        this.applicants = applicants;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** Tells the municipalities of today that may apply under the rules. */
    @Transactional(TxType.MANDATORY)
    void announced(Call call, SchemeVersion under) {
        var admitted = under.rules().whoMayApply();
        notices.tell(
                municipalities.validOn(BusinessDates.today(clock)).stream()
                        .filter(one -> admitted.admits(one.number().county()))
                        .map(KnownMunicipality::id)
                        .toList(),
                News.of(
                        NoticeKind.CALL_ANNOUNCED,
                        address(call),
                        Map.of("call", call.title(), "opensOn", call.opensOn(), "deadline", call.deadline())));
    }

    /** Tells of the last change. */
    @Transactional(TxType.MANDATORY)
    void changed(Call call) {
        var change = call.changes().getLast();
        var kind = switch (change.kind()) {
            case EXTENDED -> NoticeKind.CALL_EXTENDED;
            case CORRECTED -> NoticeKind.CALL_CORRECTED;
            case CANCELLED -> NoticeKind.CALL_CANCELLED;
        };
        notices.tell(
                applicants.thatBegan(call.id()),
                News.of(
                        kind,
                        address(call),
                        Map.of("call", call.title(), "deadline", call.deadline(), "reason", change.reason())));
    }

    private static String address(Call call) {
        return "/v1/calls/" + call.id();
    }
}
