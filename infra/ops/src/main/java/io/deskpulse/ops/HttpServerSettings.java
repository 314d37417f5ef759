package io.deskpulse.ops;

/** Settings of the JDK's HTTP servers, which are properties of the virtual machine that the first of them reads. */
public final class HttpServerSettings {
    private static final String PREFIX = "sun.net.httpserver.";

    private HttpServerSettings() {}

    /** Sets one that nobody has set, before there is a server. */
    public static void setDefault(String name, String value) {
        if (System.getProperty(PREFIX + name) == null) {
            System.setProperty(PREFIX + name, value);
        }
    }

    /** Headers and body leave apart: the body would wait until whoever asks acknowledges the headers, which is put off for 40 ms. */
    public static void answerWithoutDelay() {
        setDefault("nodelay", "true");
    }
}
