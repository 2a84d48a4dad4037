package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.schemerules.SchemeVersions;

/** How many days a municipality has to accept an award, by the rules that it was made under. */
@ApplicationScoped
class AcceptanceDays {
    private final SchemeVersions versions;

    AcceptanceDays(SchemeVersions versions) {
        this.versions = versions;
    }

    int of(Award award) {
        var purpose = award.purpose();
        return versions.find(purpose.scheme(), purpose.version())
                .orElseThrow(
                        () -> new IllegalStateException("No version " + purpose.version() + " of " + purpose.code()))
                .rules()
                .acceptanceDays();
    }

    /** While an award waits, its period begins anew with a change of the amount, and never ends earlier than it would have. */
    Award.Terms anew(Award award, AwardChange change) {
        var last = change.on().plusDays(of(award));
        return award.status() == AwardStatus.AWARDED && change.after().isPositive() && last.isAfter(award.acceptBy())
                ? new Award.Terms(last, award.terms().appealDays())
                : award.terms();
    }
}
