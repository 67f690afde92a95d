package com.example.orders;

import java.util.Map;

/** SLF4J on logback, or log4j2's own API: whichever the class path holds. */
abstract class Logging {
    abstract void info(String message);

    abstract void error(String message, Throwable failure);

    abstract void put(String name, String value);

    abstract void clear();

    /** The name of the logger is that of its configuration. */
    static Logging create(String kind) {
        boolean isLog4j2 = kind.startsWith("log4j2");
        System.setProperty(isLog4j2 ? "log4j2.configurationFile" : "logback.configurationFile", kind + ".xml");
        return isLog4j2 ? new Log4j2() : new Slf4j();
    }

    private static final class Slf4j extends Logging {
        private final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("com.example.orders.Assistant");

        void info(String message) {
            log.info(message);
        }

        void error(String message, Throwable failure) {
            log.error(message, failure);
        }

        void put(String name, String value) {
            org.slf4j.MDC.setContextMap(Map.of(name, value));
        }

        void clear() {
            org.slf4j.MDC.clear();
        }
    }

    private static final class Log4j2 extends Logging {
        private final org.apache.logging.log4j.Logger log =
                org.apache.logging.log4j.LogManager.getLogger("com.example.orders.Assistant");

        void info(String message) {
            log.info(message);
        }

        void error(String message, Throwable failure) {
            log.error(message, failure);
        }

        void put(String name, String value) {
            org.apache.logging.log4j.ThreadContext.put(name, value);
        }

        void clear() {
            org.apache.logging.log4j.ThreadContext.clearAll();
        }
    }
}
