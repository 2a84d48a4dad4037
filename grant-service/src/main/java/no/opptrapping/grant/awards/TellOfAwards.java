package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;

/** Tells of an award the municipality that answers for it. */
@ApplicationScoped
class TellOfAwards {
    private final Notices notices;

    TellOfAwards(Notices notices) {
        this.notices = notices;
    }

    /** That it has awards to answer. */
    @Transactional(TxType.MANDATORY)
    void toAccept(List<Award> made) {
        notices.tellEach(made.stream()
                .map(award -> new Notices.Addressed(
                        award.holder().municipality(),
                        news(NoticeKind.AWARD_TO_ACCEPT, award).toAnswerBy(award.acceptBy())))
                .toList());
    }

    /** That the period to answer it ends soon. */
    @Transactional(TxType.MANDATORY)
    void aboutToLapse(Award award) {
        notices.tell(
                award.holder().municipality(),
                news(NoticeKind.AWARD_ABOUT_TO_LAPSE, award).toAnswerBy(award.acceptBy()));
    }

    /** That nobody answered it in time. */
    @Transactional(TxType.MANDATORY)
    void lapsed(Award award) {
        notices.tell(award.holder().municipality(), news(NoticeKind.AWARD_LAPSED, award));
    }

    /** That it has a letter which takes the place of the one before. */
    @Transactional(TxType.MANDATORY)
    void letterRenewed(Award award) {
        notices.tell(award.holder().municipality(), news(NoticeKind.LETTER_RENEWED, award));
    }

    /** That their amounts are others, with letters that take the place of those before. */
    @Transactional(TxType.MANDATORY)
    void changed(List<Award> awards) {
        notices.tellEach(awards.stream()
                .map(award -> new Notices.Addressed(
                        award.holder().municipality(),
                        News.of(
                                NoticeKind.AWARD_CHANGED,
                                "/v1/awards/" + award.id(),
                                Map.of(
                                        "reference", award.reference(),
                                        "before", award.changes().getLast().before(),
                                        "amount", award.changes().getLast().after(),
                                        "reason", award.changes().getLast().reason()))))
                .toList());
    }

    private static News news(NoticeKind kind, Award award) {
        return News.of(
                kind,
                "/v1/awards/" + award.id(),
                Map.of(
                        "reference", award.reference(),
                        "scheme", award.purpose().name(),
                        "amount", award.amount(),
                        "acceptBy", award.acceptBy()));
    }
}
