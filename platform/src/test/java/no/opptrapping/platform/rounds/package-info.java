@NullMarked
package no.opptrapping.platform.rounds;

import org.jspecify.annotations.NullMarked;
