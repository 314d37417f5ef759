package io.deskpulse.ops.forecasts.export;

import io.deskpulse.ops.forecasts.ForecastRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A chart of one series: the mean, the 80 and 95 % bands around it, and the agents as steps on an axis of their own. */
public final class Plot {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int RIGHT = 60;
    private static final int TOP = 30;
    private static final int BOTTOM = 40;
    private static final int TICKS = 4;
    private static final int[] BANDS = {0, 6, 1, 5};
    private static final String[] COLOURS = {"#dbe9f6", "#b3d0ea", "#1f5f99", "#c4571b"};

    private final List<ForecastRow> rows;
    private final double mostContacts;
    private final double mostAgents;

    /** A chart of the rows of one series, in order; at least one. */
    public Plot(List<ForecastRow> rows) {
        this.rows = List.copyOf(rows);
        this.mostContacts = Math.max(
                1,
                rows.stream()
                        .mapToDouble(row -> row.volume().quantiles()[BANDS[1]])
                        .max()
                        .orElse(1));
        this.mostAgents = Math.max(
                1, rows.stream().mapToDouble(row -> row.need().agents()).max().orElse(1));
    }

    /** As SVG. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        polygon(svg, "band95", band(BANDS[0], BANDS[1]), COLOURS[0]);
        polygon(svg, "band80", band(BANDS[2], BANDS[3]), COLOURS[1]);
        line(svg, "agents", agents(), COLOURS[3]);
        line(svg, "mean", mean(), COLOURS[2]);
        for (int i = 0; i <= TICKS; i++) {
            double y = y((double) i / TICKS);
            text(svg, LEFT - 8, y + 4, "end", label(mostContacts * i / TICKS));
            text(svg, WIDTH - RIGHT + 8, y + 4, "start", label(mostAgents * i / TICKS));
        }
        for (int i = 0; i < rows.size(); i++) {
            if (startsDay(i)) {
                text(
                        svg,
                        x(i) + 2,
                        HEIGHT - 16,
                        "start",
                        Numbers.pattern("MM-dd").format(rows.get(i).local()));
            }
        }
        ForecastRow.Series series = rows.get(0).series();
        text(
                svg,
                LEFT,
                18,
                "start",
                escaped(series.shop() + " " + series.channel()
                        + ": contacts with 80 and 95 % bands (left), agents at work (right)"));
        return svg.append("</svg>\n").toString();
    }

    /** As PNG. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.decode(COLOURS[0]));
        graphics.fill(path(band(BANDS[0], BANDS[1]), true));
        graphics.setColor(Color.decode(COLOURS[1]));
        graphics.fill(path(band(BANDS[2], BANDS[3]), true));
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.setColor(Color.decode(COLOURS[3]));
        graphics.draw(path(agents(), false));
        graphics.setColor(Color.decode(COLOURS[2]));
        graphics.draw(path(mean(), false));
        graphics.setColor(Color.GRAY);
        for (int i = 0; i < rows.size(); i++) {
            if (startsDay(i)) {
                graphics.drawLine((int) x(i), HEIGHT - BOTTOM, (int) x(i), HEIGHT - BOTTOM + 6);
            }
        }
        graphics.drawRect(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private boolean startsDay(int i) {
        return rows.get(i).local().toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private List<double[]> mean() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            points.add(new double[] {x(i + 0.5), y(rows.get(i).volume().mean() / mostContacts)});
        }
        return points;
    }

    private List<double[]> agents() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double y = y(rows.get(i).need().agents() / mostAgents);
            points.add(new double[] {x(i), y});
            points.add(new double[] {x(i + 1), y});
        }
        return points;
    }

    private List<double[]> band(int low, int high) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            points.add(new double[] {x(i + 0.5), y(rows.get(i).volume().quantiles()[high] / mostContacts)});
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            points.add(new double[] {x(i + 0.5), y(rows.get(i).volume().quantiles()[low] / mostContacts)});
        }
        return points;
    }

    private double x(double index) {
        return LEFT + index * (WIDTH - LEFT - RIGHT) / rows.size();
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private static Path2D path(List<double[]> points, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0)[0], points.get(0)[1]);
        points.forEach(point -> path.lineTo(point[0], point[1]));
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static void polygon(StringBuilder svg, String id, List<double[]> points, String colour) {
        svg.append("<polygon id=\"")
                .append(id)
                .append("\" fill=\"")
                .append(colour)
                .append("\" points=\"");
        svg.append(points(points)).append("\"/>\n");
    }

    private static void line(StringBuilder svg, String id, List<double[]> points, String colour) {
        svg.append("<polyline id=\"").append(id).append("\" fill=\"none\" stroke-width=\"1.5\" stroke=\"");
        svg.append(colour).append("\" points=\"").append(points(points)).append("\"/>\n");
    }

    private static String points(List<double[]> points) {
        StringBuilder text = new StringBuilder();
        points.forEach(point -> text.append(String.format(Locale.ROOT, "%.1f,%.1f ", point[0], point[1])));
        return text.toString().strip();
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
