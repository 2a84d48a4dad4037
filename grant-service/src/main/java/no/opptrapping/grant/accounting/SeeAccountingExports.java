package no.opptrapping.grant.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Shows what has been handed over to the accounts. */
@ApplicationScoped
@Transactional
public class SeeAccountingExports {
    private final AccountingExports exports;

    SeeAccountingExports(AccountingExports exports) {
        this.exports = exports;
    }

    /** The export, if there is one. */
    public Optional<AccountingExport> find(long number) {
        return exports.find(number);
    }

    /** The bytes, always the same. */
    public Optional<byte[]> bytes(long number, AccountingExport.Form form) {
        return exports.bytes(number, form);
    }

    /** Those after the number, oldest first. */
    public List<AccountingExport> list(long after, int limit) {
        return exports.list(after, limit);
    }
}
