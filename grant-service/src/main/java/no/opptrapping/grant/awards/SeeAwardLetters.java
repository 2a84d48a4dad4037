package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.SeeLetters;

/** Finds the letter of an award that the caller may see. */
@ApplicationScoped
public class SeeAwardLetters {
    private final SeeAwards seeAwards;
    private final SeeLetters seeLetters;
    private final WriteAwardLetters letters;

    SeeAwardLetters(SeeAwards seeAwards, SeeLetters seeLetters, WriteAwardLetters letters) {
        this.seeAwards = seeAwards;
        this.seeLetters = seeLetters;
        this.letters = letters;
    }

    /**
     * The newest letter of the award; empty when there is no such award or the caller may not see it. An award from before
     * letters were kept gets its letter now: it says what it said when it was read until then.
     */
    @Transactional
    public Optional<Letter> find(AwardId id) {
        return seeAwards
                .find(id)
                .flatMap(award -> newest(id).or(() -> {
                    letters.issue(List.of(award), Map.of());
                    return newest(id);
                }));
    }

    private Optional<Letter> newest(AwardId id) {
        return seeLetters.newest(LetterKind.AWARD, id.value());
    }
}
