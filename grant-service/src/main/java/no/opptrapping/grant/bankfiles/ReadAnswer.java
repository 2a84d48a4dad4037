package no.opptrapping.grant.bankfiles;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.payments.BankWord;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * What stands in a file from the bank, before it is taken in.
 *
 * @param lines in the order of the file; one without a word or a credit is taken of the account without a reference of ours
 * @param broken what of the file cannot be taken in, each with its place
 */
record ReadAnswer(BankAnswer.Kind kind, String messageId, List<Line> lines, List<BrokenRule> broken) {
    /** One payment in the file. */
    record Line(String reference, Optional<BankWord> word, Optional<Credit> credit) {
        static Line of(BankWord word) {
            return new Line(word.reference(), Optional.of(word), Optional.empty());
        }

        static Line of(Credit credit) {
            return new Line(credit.reference(), Optional.empty(), Optional.of(credit));
        }

        /** What is no concern of ours. */
        static Line other() {
            return new Line("", Optional.empty(), Optional.empty());
        }
    }
}
