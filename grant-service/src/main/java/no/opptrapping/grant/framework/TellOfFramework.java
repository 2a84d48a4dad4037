package no.opptrapping.grant.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.time.BusinessDates;

/** Tells of corrected framework allocations the municipality that answers today. */
@ApplicationScoped
class TellOfFramework {
    private final Notices notices;
    private final KnownMunicipalities municipalities;

    TellOfFramework(Notices notices, KnownMunicipalities municipalities) {
        this.notices = notices;
        this.municipalities = municipalities;
    }

    /** That it gets another amount, and why. */
    @Transactional(TxType.MANDATORY)
    void corrected(List<FrameworkAllocation> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var structure = municipalities.structure();
        notices.tellEach(changed.stream()
                .flatMap(one -> one.correction().stream()
                        .map(correction -> new Notices.Addressed(
                                structure
                                        .succession(one.row().municipality(), BusinessDates.of(one.adoptedAt()))
                                        .map(Succession::answering)
                                        .map(KnownMunicipality::id)
                                        .orElse(one.row().municipality()),
                                news(one, correction))))
                .toList());
    }

    private static News news(FrameworkAllocation allocation, FrameworkAllocation.Correction correction) {
        return News.of(
                NoticeKind.FRAMEWORK_CORRECTED,
                "/v1/framework-allocations?allVersions=true&year=" + allocation.year() + "&municipality="
                        + allocation.row().number(),
                Map.of(
                        "year", allocation.year().toString(),
                        "before", correction.amountBefore(),
                        "amount", allocation.row().amount(),
                        "reason", correction.reason()));
    }
}
