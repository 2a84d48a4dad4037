package no.opptrapping.grant.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.access.AuditLog;

/** Shows what has been sent to the bank and heard from it. */
@ApplicationScoped
@Transactional
public class SeeBankFiles {
    private final BankFiles files;
    private final AuditLog audit;

    SeeBankFiles(BankFiles files, AuditLog audit) {
        this.files = files;
        this.audit = audit;
    }

    /** The file, if there is one. */
    public Optional<BankFile> find(long number) {
        return files.find(number);
    }

    /** The bytes that were made, always the same; each fetching is kept in the audit log. */
    public Optional<byte[]> fetch(long number) {
        var content = files.content(number);
        content.ifPresent(_ -> audit.decision("bank-file.fetched", Long.toString(number), Map.of()));
        return content;
    }

    /** Those after the number, oldest first. */
    public List<BankFile> list(long after, int limit) {
        return files.list(after, limit);
    }

    /** The answer, if there is one. */
    public Optional<BankAnswer> findAnswer(long number) {
        return files.findAnswer(number);
    }

    /** Those after the number, oldest first. */
    public List<BankAnswer> answers(long after, int limit) {
        return files.answers(after, limit);
    }
}
