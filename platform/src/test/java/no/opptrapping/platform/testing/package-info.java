/** What the tests of every service share: a real database and broker, bounded waiting, and contracts of events. */
@NullMarked
package no.opptrapping.platform.testing;

import org.jspecify.annotations.NullMarked;
