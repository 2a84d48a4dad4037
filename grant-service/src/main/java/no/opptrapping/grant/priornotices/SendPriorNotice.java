package no.opptrapping.grant.priornotices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.deadlines.WorkingDays;
import no.opptrapping.grant.letters.IssueLetters;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Gives a municipality notice of what is to be decided against it, in the transaction of the act that asks for it: the notice,
 * its letter and its line in the feed. Before: the one who sends it has been found impartial.
 */
@ApplicationScoped
public class SendPriorNotice {
    private final PriorNotices notices;
    private final PriorNoticeLetter letter;
    private final IssueLetters letters;
    private final Notices feed;
    private final SchemeVersions versions;
    private final WorkingDays workingDays;
    private final Clock clock;

    SendPriorNotice(
            PriorNotices notices,
            PriorNoticeLetter letter,
            IssueLetters letters,
            Notices feed,
            SchemeVersions versions,
            WorkingDays workingDays,
            Clock clock) {
        this.notices = notices;
        this.letter = letter;
        this.letters = letters;
        this.feed = feed;
        this.versions = versions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * What notice is given of.
     *
     * @param about the address of what is to be decided
     * @param amount what is at stake; zero where it is no money
     * @param text why, for the municipality to read
     * @param by the subject of the person who sends it
     */
    public record Command(
            PriorNoticeKind kind, UUID subject, String about, Award award, Kroner amount, String text, String by) {}

    /** Sends it; the period is that of the rules that the award was made under, and ends on a working day. */
    @Transactional(TxType.MANDATORY)
    public PriorNotice send(Command command) {
        var award = command.award();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var days = versions.find(award.purpose().scheme(), award.purpose().version())
                .orElseThrow(() -> new IllegalStateException("No rules of award " + award.reference()))
                .rules()
                .recoveryTerms()
                .noticeDays();
        var notice = new PriorNotice(
                PriorNoticeId.random(),
                command.kind(),
                command.subject(),
                command.about(),
                award.id(),
                award.reference(),
                award.purpose().scheme(),
                award.recipient().municipality(),
                1,
                command.amount(),
                command.text().strip(),
                command.by(),
                now,
                workingDays.onOrAfter(BusinessDates.of(now).plusDays(days)),
                List.of(),
                Optional.empty(),
                Optional.empty());
        notices.add(notice);
        letters.issue(List.of(letter.of(notice, award)));
        feed.tell(
                award.holder().municipality(),
                News.of(
                                NoticeKind.PRIOR_NOTICE,
                                "/v1/prior-notices/" + notice.id(),
                                Map.of("reference", award.reference(), "answerBy", notice.answerBy()))
                        .toAnswerBy(notice.answerBy()));
        return notice;
    }
}
