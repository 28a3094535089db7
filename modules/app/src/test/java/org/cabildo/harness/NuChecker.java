// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * The Nu HTML Checker in this process, with a class path of its own. There is one: it holds a schema, a thread with a
 * deep stack and a thousand classes.
 */
public final class NuChecker {

    /** Made when it is first asked for. */
    private static final class Holder {

        static final NuChecker SHARED = new NuChecker();
    }

    /** Its schema is read by deep recursion. */
    private static final long STACK = 64L << 20;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(NuChecker::thread);
    private final Object validator;
    private final Method prepare;
    private final Method check;

    private NuChecker() {
        try {
            URLClassLoader loader = new URLClassLoader("nu", jars(), ClassLoader.getPlatformClassLoader());
            Class<?> type = loader.loadClass("nu.validator.validation.SimpleDocumentValidator");
            validator = type.getConstructor(boolean.class).newInstance(true);
            prepare = type.getMethod("setUpValidatorAndParsers", ErrorHandler.class, boolean.class, boolean.class);
            check = type.getMethod("checkHtmlInputSource", InputSource.class);
            Method schema = type.getMethod("setUpMainSchema", String.class, ErrorHandler.class);
            alone(() -> schema.invoke(validator, "http://s.validator.nu/html5-rdfalite.rnc", new Errors("schema")));
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException("The HTML checker can't be loaded", exception);
        }
    }

    public static NuChecker shared() {
        return Holder.SHARED;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "html checker", STACK);
        thread.setDaemon(true);
        return thread;
    }

    private static URL[] jars() {
        try (Stream<Path> files = Files.list(Path.of("target/nu"))) {
            List<URL> jars = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                jars.add(file.toUri().toURL());
            }
            return jars.toArray(URL[]::new);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Errors in a document, in the form {@code <address>:<line>: <message>}. */
    public List<String> errors(Answer answer) {
        Errors errors = new Errors(answer.url().toString());
        alone(() -> {
            InputSource document = new InputSource(new ByteArrayInputStream(answer.body()));
            document.setEncoding("UTF-8");
            prepare.invoke(validator, errors, true, false);
            return check.invoke(validator, document);
        });
        return errors.found;
    }

    private void alone(Callable<?> work) {
        try {
            thread.submit(work).get();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        } catch (ExecutionException exception) {
            throw new IllegalStateException("The HTML checker failed: " + exception.getCause(), exception);
        }
    }

    private static final class Errors implements ErrorHandler {

        private final List<String> found = new ArrayList<>();
        private final String place;

        Errors(String place) {
            this.place = place;
        }

        @Override
        public void warning(SAXParseException exception) {
            // only errors count
        }

        @Override
        public void error(SAXParseException exception) {
            found.add(place + ":" + exception.getLineNumber() + ": " + exception.getMessage());
        }

        @Override
        public void fatalError(SAXParseException exception) {
            error(exception);
        }
    }
}
