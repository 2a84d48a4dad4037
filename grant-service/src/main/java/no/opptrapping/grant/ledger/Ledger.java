package no.opptrapping.grant.ledger;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * The money ledger (<i>tilskuddsregnskap</i>): double entry, append-only. A posting becomes part of the caller's
 * transaction. Postings of one scheme's year are made one after the other.
 */
@ApplicationScoped
public class Ledger {
    private final Journal journal;

    Ledger(Journal journal) {
        this.journal = journal;
    }

    /**
     * Posts a movement. The caller has seen under {@link #lockAvailable} that there is enough: an overdraft is refused
     * by the database with an exception, and so is a source that is already posted.
     */
    @Transactional(TxType.MANDATORY)
    public void post(Posting posting) {
        post(List.of(posting));
    }

    /** Posts movements in their order, in as many statements for a thousand as for one of the same scheme's year. */
    @Transactional(TxType.MANDATORY)
    public void post(List<Posting> postings) {
        // The same locks first and in the same order: two transactions can then never wait for each other in a circle.
        postings.stream()
                .map(posting -> new Journal.SchemeYear(posting.scheme(), posting.year()))
                .distinct()
                .sorted(Comparator.comparing(
                                (Journal.SchemeYear of) -> of.scheme().value())
                        .thenComparing(Journal.SchemeYear::year))
                .forEach(of -> journal.lockAvailable(of.scheme(), of.year()));
        journal.add(ofTheirFrames(postings));
    }

    /** What an award of a frame takes or gives back after it was made is the frame's, whoever has it now. */
    private List<Posting> ofTheirFrames(List<Posting> postings) {
        var asked = postings.stream().filter(Ledger::movesWhatIsAvailable).toList();
        if (asked.isEmpty()) {
            return postings;
        }
        var offices = journal.offices(
                asked.stream().flatMap(posting -> posting.award().stream()).collect(Collectors.toSet()));
        return postings.stream()
                .map(posting -> posting.award()
                        .filter(_ -> movesWhatIsAvailable(posting))
                        .flatMap(award -> Optional.ofNullable(offices.get(award)))
                        .map(posting::ofFrame)
                        .orElse(posting))
                .toList();
    }

    private static boolean movesWhatIsAvailable(Posting posting) {
        return posting.award().isPresent()
                && posting.kind() != Posting.Kind.AWARDED
                && posting.lines().stream().anyMatch(line -> line.account() == Account.AVAILABLE);
    }

    /** What is unused of the office's frame; nothing else can be posted on that year until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Kroner lockUnused(SchemeId scheme, Year year, CountyGovernorOfficeId office) {
        journal.lockAvailable(scheme, year);
        return journal.unused(scheme, year, office);
    }

    /** The offices whose frames the awards are of now; those of no frame are left out. */
    @Transactional
    public Map<UUID, CountyGovernorOfficeId> framesOf(Set<UUID> awards) {
        return journal.offices(awards);
    }

    /** Every account of each office that has a frame of a scheme's year. */
    @Transactional
    public Map<CountyGovernorOfficeId, Map<Account, Kroner>> frames(SchemeId scheme, Year year) {
        return journal.frames(scheme, year);
    }

    /** What is available of a scheme's year; nothing else can be posted on that year until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    @CanIgnoreReturnValue
    public Kroner lockAvailable(SchemeId scheme, Year year) {
        return journal.lockAvailable(scheme, year);
    }

    /** The balance of an account, zero when nothing was posted on it. */
    @Transactional
    public Kroner balance(Account account, SchemeId scheme, Year year) {
        return journal.balances(scheme, year).getOrDefault(account, Kroner.ZERO);
    }

    /** How an award stands in the year that it was given for; empty when the ledger does not know it. */
    @Transactional
    public Optional<AwardStanding> standing(UUID award) {
        return journal.standing(award);
    }

    /**
     * How an award stands in a year: the one that it was given for, or another, where it has nothing but what was carried over
     * into it; empty when the ledger does not know the award.
     */
    @Transactional
    public Optional<AwardStanding> standing(UUID award, Year year) {
        return journal.standing(award, year);
    }

    /** How an award stands in each of its years, the one that it was given for first; none when the ledger does not know it. */
    @Transactional
    public List<AwardStanding> standingsOf(UUID award) {
        return journal.years(award).stream()
                .flatMap(year -> journal.standing(award, year).stream())
                .toList();
    }
}
