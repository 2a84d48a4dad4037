package no.opptrapping.grant.bankfiles;

import java.util.List;
import no.opptrapping.grant.payments.BankWord;

/** What becomes of money that comes to the account; known to the rooms after this one. */
public interface WhenCredited {
    /** Takes in the lines in their order, in the transaction that takes in the file: what each did. */
    List<BankWord.Effect> credited(List<Credit> all, String by);
}
