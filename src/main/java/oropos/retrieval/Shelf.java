package oropos.retrieval;

import java.util.List;
import java.util.function.Consumer;
import oropos.library.Library;
import oropos.library.Passage;
import oropos.library.Snapshot;
import oropos.library.SourceId;
import oropos.library.Version;

/// What the index needs of the library, and no more. Each method as [Library] has it.
interface Shelf {

    Snapshot snapshot();

    Snapshot eachCurrent(Consumer<Version> each);

    Snapshot changedSince(long since, Consumer<Passage.Id> gone, Consumer<Version> shelved);

    List<Version> current(SourceId source);

    static Shelf of(Library library) {
        return new Shelf() {
            @Override
            public Snapshot snapshot() {
                return library.snapshot();
            }

            @Override
            public Snapshot eachCurrent(Consumer<Version> each) {
                return library.eachCurrent(each);
            }

            @Override
            public Snapshot changedSince(
                    long since, Consumer<Passage.Id> gone, Consumer<Version> shelved) {
                return library.changedSince(since, gone, shelved);
            }

            @Override
            public List<Version> current(SourceId source) {
                return library.current(source);
            }
        };
    }
}
