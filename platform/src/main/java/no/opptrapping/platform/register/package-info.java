/**
 * What every service knows of the register of municipalities in the same way: who there is on a date, who follows whom,
 * who bears whose duties and who may act for whom. Pure; each service fills it from what it has heard.
 */
@NullMarked
package no.opptrapping.platform.register;

import org.jspecify.annotations.NullMarked;
