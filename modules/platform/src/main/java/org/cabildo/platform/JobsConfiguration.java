// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;

/**
 * Runs the scheduled jobs on threads of their own, several at a time: one that waits for a mail server or for the
 * database must not hold up the directory of sites. A job that fails runs again at its next time.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JobsConfiguration.class);
    private static final int AT_A_TIME = 8;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(AT_A_TIME);
        scheduler.setThreadNamePrefix("job-");
        scheduler.setErrorHandler(JobsConfiguration::report);
        return scheduler;
    }

    /** The database's absence is told in one line: every job will say it every few seconds. */
    private static void report(Throwable failure) {
        if (failure instanceof TransactionException || failure instanceof DataAccessException) {
            LOG.warn("A job could not reach the database and will run again: {}", failure.getMessage());
        } else {
            LOG.error("A job failed and will run again at its next time", failure);
        }
    }
}
