/** Where runs, proposals and the sources' last answers are kept. */
@NullMarked
package no.opptrapping.municipality.sync.db;

import org.jspecify.annotations.NullMarked;
