package io.deskpulse.metrics.planning.agents;

import io.deskpulse.metrics.forecast.score.Levels;
import io.deskpulse.metrics.planning.Demand;
import io.deskpulse.metrics.planning.Goal;
import io.deskpulse.metrics.planning.Need;
import io.deskpulse.metrics.queueing.Backlog;
import io.deskpulse.metrics.queueing.ChatTeam;
import io.deskpulse.metrics.queueing.ErlangA;
import io.deskpulse.metrics.queueing.ErlangC;
import io.deskpulse.metrics.queueing.OfferedLoad;
import io.deskpulse.metrics.queueing.QueueModel;
import io.deskpulse.metrics.staffing.QuantileStaffing;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The agents that consecutive intervals need.
 *
 * <p>What is at work lags behind what arrives: the contacts of an interval are those of its modified offered load. Order of the steps: service level, cap on
 * occupancy, shrinkage; only whole agents at work are rounded. Where more are needed than there are, as on peak nights, what finds everybody busy is carried
 * over to the next interval and needs agents there.
 */
public final class Needs {
    /** What an interval brings once in twenty, or is left over of contacts that came before, keeps nobody at work. */
    private static final double NEGLIGIBLE = 0.05;

    private static final int MEDIAN = 3;
    private static final int UPPER = 4;

    private final Requirement requirement;
    private final double seconds;
    private final IntUnaryOperator teams;

    /**
     * Needs of intervals.
     *
     * @param requirement to be reached
     * @param seconds length of an interval, > 0
     */
    public Needs(Requirement requirement, double seconds) {
        this(requirement, seconds, Goal.ANY);
    }

    /**
     * Needs of intervals that a team of limited size works in.
     *
     * @param requirement to be reached
     * @param seconds length of an interval, > 0
     * @param team most agents at work at a time, >= 1
     */
    public Needs(Requirement requirement, double seconds, int team) {
        this(requirement, seconds, interval -> team);
    }

    /**
     * Needs of intervals that teams of limited size work in.
     *
     * @param requirement to be reached
     * @param seconds length of an interval, > 0
     * @param teams most agents at work in an interval, which is named by its index; >= 1
     */
    public Needs(Requirement requirement, double seconds, IntUnaryOperator teams) {
        this.requirement = requirement;
        this.seconds = seconds;
        this.teams = teams;
    }

    /**
     * The needs of consecutive intervals, one each.
     *
     * @param startLoad contacts at work when the first begins, Erlang; negative: as many as the first would have in steady state
     */
    public List<Need> of(List<Demand> demands, double startLoad) {
        List<Need> needs = new ArrayList<>();
        double load = startLoad;
        double carried = 0;
        for (Demand arriving : demands) {
            Demand demand = carried < NEGLIGIBLE ? arriving : arriving.plus(carried);
            double pointwise = demand.mean() / seconds * demand.handleSeconds();
            OfferedLoad offered = OfferedLoad.over(
                    new double[] {demand.mean()}, seconds, demand.handleSeconds(), load < 0 ? pointwise : load)[0];
            load = offered.end();
            Need need = need(demand, offered.mean());
            int team = teams.applyAsInt(needs.size());
            carried = need.agents() > team ? carriedOver(demand, team) : 0;
            needs.add(carried > 0 ? need.handingOn(carried) : need);
        }
        return needs;
    }

    /** What finds every place of the team taken; a place of an agent with several chats is as slow as all of them make it. */
    private double carriedOver(Demand demand, int team) {
        int cap = demand.curve().cap();
        double placeSeconds = demand.curve().handleSeconds().get(cap - 1);
        return Backlog.carriedOver(
                new double[] {demand.mean()},
                new int[] {team * cap},
                new Backlog.Times(seconds, placeSeconds, Double.POSITIVE_INFINITY))[0]
                .carried();
    }

    private Need need(Demand demand, double load) {
        double lag = load * seconds / demand.handleSeconds() - demand.mean();
        double mean = rate(demand.mean() + lag);
        double median = rate(demand.quantiles()[MEDIAN] + lag);
        double upper = rate(demand.quantiles()[UPPER] + lag);
        Need.Queue queue = queue(demand);
        int atMedian = agents(queue, demand, median);
        int agents = upper == median ? atMedian : Math.max(atMedian, agents(queue, demand, upper));
        Shrinkage shrinkage = demand.shrinkage();
        if (agents == 0) {
            return new Need(load, 0, Need.Queue.NONE, 0, 0, shrinkage, 0, 0, 1, 0);
        }
        double[] contacts = new double[Levels.count()];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = rate(demand.quantiles()[i] + lag);
        }
        double[] asked = new double[] {0, 1};
        double level = QuantileStaffing.expectedServiceLevel(Levels.all(), contacts, each -> {
            if (each != asked[0]) {
                asked[0] = each;
                asked[1] = level(queue, demand, each, agents);
            }
            return asked[1];
        });
        QueueModel usual = mean == 0 ? null : team(queue, demand, mean, agents);
        return new Need(
                load,
                usual instanceof ChatTeam chats ? chats.chatsPerBusyAgent() : 1,
                queue,
                atMedian,
                agents,
                shrinkage,
                shrinkage.gross(agents),
                usual == null ? 0 : usual.occupancy(),
                level,
                0);
    }

    private double level(Need.Queue queue, Demand demand, double rate, int agents) {
        return team(queue, demand, rate, agents).serviceLevel(requirement.definition(), requirement.targetSeconds());
    }

    private double rate(double contacts) {
        return contacts < NEGLIGIBLE ? 0 : contacts / seconds;
    }

    private static Need.Queue queue(Demand demand) {
        if (demand.curve().cap() > 1) {
            return Need.Queue.CHAT;
        }
        return Double.isNaN(demand.patienceSeconds()) ? Need.Queue.ERLANG_C : Need.Queue.ERLANG_A;
    }

    private int agents(Need.Queue queue, Demand demand, double rate) {
        if (rate == 0) {
            return 0;
        }
        return switch (queue) {
            case CHAT -> requirement.chat(rate, demand.curve());
            case ERLANG_A -> requirement.erlangA(rate, demand.handleSeconds(), demand.patienceSeconds());
            default -> requirement.erlangC(rate, demand.handleSeconds());
        };
    }

    private static QueueModel team(Need.Queue queue, Demand demand, double rate, int agents) {
        return switch (queue) {
            case CHAT -> new ChatTeam(rate, demand.curve(), agents);
            case ERLANG_A -> new ErlangA(rate, demand.handleSeconds(), demand.patienceSeconds(), agents);
            default -> new ErlangC(rate, demand.handleSeconds(), agents);
        };
    }
}
