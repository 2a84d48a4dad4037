/**
 * What every service knows of the register of municipalities in the same way: who there is on a date, who follows whom,
 * who bears whose duties, who may act for whom, and what figures become in another municipality structure. Pure; each
 * service fills it from what it has heard.
 */
@NullMarked
package no.opptrapping.platform.register;

import org.jspecify.annotations.NullMarked;
