package no.opptrapping.platform.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The stores that there are, and the one that new attachments go to. */
@ApplicationScoped
class FileStores {
    private final Map<StoreKind, FileStore> stores;
    private final StoreKind chosen;

    FileStores(@Any Instance<FileStore> stores, @ConfigProperty(name = "opptrapping.attachments.store") String chosen) {
        this.stores = stores.stream().collect(Collectors.toMap(FileStore::kind, Function.identity()));
        this.chosen = StoreKind.of(chosen);
    }

    /** Where new ones go. */
    FileStore chosen() {
        return of(chosen);
    }

    /** Where one is, whatever is chosen for new ones. */
    FileStore of(StoreKind kind) {
        return Objects.requireNonNull(stores.get(kind));
    }
}
