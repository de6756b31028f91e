// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

#include "app/ctl/completion.h"
#include "app/ctl/composite.h"
#include "app/ctl/drawing.h"
#include "app/ctl/printing.h"
#include "plot/fileformat.h"

#include <CLI/CLI.hpp>

#include <map>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto footer =
    "Exit codes: 0 done, 1 refused or not accepted, 2 wrong usage, 3 no engine answers, 4 not authorised,\n"
    "5 not found.\n"
    "The token is taken from --token-file, from the file that STATIONMASTER_TOKEN_FILE names, or from the\n"
    "file api-token in the default data directory.";

std::string text(QLatin1StringView view)
{
    return {view.data(), size_t(view.size())};
}

constexpr int mostConnectors = 1000;
constexpr auto wrongSize = "must be two numbers from 200 to 8000, as in 1120x480";

std::string connectorProblem(const std::string &word)
{
    bool isNumber = false;
    const int number = QString::fromStdString(word).toInt(&isNumber);
    const bool isConnector = isNumber && number >= 0 && number <= mostConnectors;
    return isConnector || word == "all" ? std::string() : "must be a number from 0 to 1000, or all";
}

std::string sizeProblem(const std::string &word)
{
    return plot::sizeNamed(QString::fromStdString(word)) ? std::string() : wrongSize;
}

struct CompositeOutput {
    const char *option;
    const char *help;
};
constexpr CompositeOutput compositeOutputs[] = {
    {"--json", "Print JSON, or write it to this file; this is the default"},
    {"--csv", "Print a table, or write it to this file"},
    {"--svg", "Print a picture, or write it to this file"},
    {"--png", "The same as a bitmap"},
    {"--pdf", "A page with chart, profiles and table to hand over"},
    {"--xlsx", "A workbook"},
};

// Where CLI11 puts the words of one verb, until it is known which verb was typed.
struct Typed {
    const Verb *verb;
    CLI::App *app;
    std::map<std::string, std::vector<std::string>> words; // by argument name; addresses stay
};

class CommandLine {
public:
    CommandLine() : app_("Command line for Stationmaster", "stationmasterctl")
    {
        app_.footer(footer);
        app_.require_subcommand(1);
        app_.set_version_flag("--version", std::string("stationmasterctl ") + SM_VERSION);
        app_.add_option("--api", api_,
                        "Address of the engine's control API, http://127.0.0.1:8180/api/v1 by default");
        app_.add_option("--token-file", tokenFile_, "File with the token");
        app_.add_flag("--json", json_, "Print what the API answers, untouched");
        app_.fallthrough(); // global options may also stand behind the verb
        for (const Verb &verb : verbs())
            addVerb(verb);
        addArchive("backup", "Copy the database to a file, while the engine may be running", backup);
        addArchive("restore", "Replace the database by a copy; the engine must not be running", restore);
        addCompletion();
        addComposite();
        addDraw();
    }

    int run(int argc, char *argv[])
    {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError &error) {
            return app_.exit(error) == 0 ? Done : BadUsage;
        }
        // Only who draws loads fonts and what else that takes.
        const auto application =
            isDrawing() ? drawingApplication(argv[0]) : std::make_unique<QCoreApplication>(argc, argv);
        for (const auto &[app, action] : actions_) {
            if (app->parsed())
                return action();
        }
        return BadUsage;
    }

private:
    CLI::App *nounApp(const Verb &verb)
    {
        CLI::App *&noun = nouns_[text(verb.noun)];
        if (!noun) {
            noun = app_.add_subcommand(text(verb.noun), nounHelp(verb.noun).toStdString());
            noun->require_subcommand(1)->fallthrough();
        }
        return noun;
    }

    void addVerb(const Verb &verb)
    {
        CLI::App *const parent = verb.name.isEmpty() ? &app_ : nounApp(verb);
        CLI::App *const app =
            parent->add_subcommand(text(verb.name.isEmpty() ? verb.noun : verb.name), text(verb.help));
        app->fallthrough();
        Typed &typed = typed_.emplace_back(Typed{&verb, app, {}});
        for (const Argument &argument : verb.arguments)
            addArgument(typed, argument);
        actions_.emplace_back(app, [this, &typed] { return ctl::run(invocationOf(typed)); });
    }

    static void addArgument(Typed &typed, const Argument &argument)
    {
        const std::string name = text(argument.name);
        CLI::Option *const option = typed.app->add_option(name, typed.words[name], text(argument.help));
        // One word each: the next word is the next argument's.
        option->required(argument.required)->expected(1)->allow_extra_args(false);
        if (argument.kind == Argument::Kind::TextList || argument.kind == Argument::Kind::ListOfLists)
            option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }

    Invocation invocationOf(const Typed &typed) const
    {
        Invocation invocation{
            QString::fromStdString(api_), QString::fromStdString(tokenFile_), json_, typed.verb, {}};
        for (const auto &[name, words] : typed.words) {
            for (const std::string &word : words)
                invocation.values[QString::fromStdString(name)] += QString::fromStdString(word);
        }
        return invocation;
    }

    void addArchive(const char *name, const char *help, ExitCode (*action)(const Archive &))
    {
        CLI::App *const app = app_.add_subcommand(name, help);
        auto &words = archiveWords_[name];
        app->add_option("--data-dir", words["data-dir"], "The engine's data directory");
        app->add_option("--database", words["database"], "The engine's database, if it is not the usual one");
        app->add_option("FILE", words["file"], "The copy")->required();
        actions_.emplace_back(app, [&words, action] {
            return action({QString::fromStdString(words["data-dir"]),
                           QString::fromStdString(words["database"]), QString::fromStdString(words["file"])});
        });
    }

    void addCompletion()
    {
        CLI::App *const app =
            app_.add_subcommand("completion", "Print a script that completes commands in a shell");
        app->add_option("SHELL", shell_, "bash, zsh or fish")
            ->required()
            ->check(CLI::IsMember({"bash", "zsh", "fish"}));
        actions_.emplace_back(app, [this] {
            printOut(completionScript(QString::fromStdString(shell_)).value_or(QString()).toUtf8());
            return Done;
        });
    }

    void addComposite()
    {
        CLI::App *const app =
            app_.add_subcommand("composite", "Compute what charging profiles in a file amount to, without an engine");
        const auto range = [](auto least, auto most) { return CLI::Range(least, most); };
        app->add_option("--profiles", compositeWords_["profiles"],
                        "File with a JSON array of SetChargingProfile requests, - for the standard input")
            ->required();
        app->add_option("--connector", compositeWords_["connector"],
                        "0: the sum of all, no more than the maximum; all: each connector")
            ->required()
            ->check(connectorProblem);
        app->add_option("--from", compositeWords_["from"], "When it begins, 2026-11-22T19:41:00Z; now by default");
        app->add_option("--duration", composite_.duration, "In seconds; a day by default")
            ->check(range(0, 10 * 366 * 86400));
        app->add_option("--unit", compositeWords_["unit"], "A or W; A by default")->check(CLI::IsMember({"A", "W"}));
        app->add_option("--voltage", composite_.voltage, "Of a phase, in volts; 230 by default")
            ->check(range(1.0, 2000.0));
        app->add_option("--phases", composite_.phases, "Of the connector, 1 to 3; 3 by default")->check(range(1, 3));
        app->add_option("--connectors", composite_.connectors,
                        "How many the station has; by default as many as the profiles speak of")
            ->check(range(0, 1000));
        app->add_option("--transaction-start", compositeWords_["transactionStart"],
                        "When the transaction at the connector began or will; none runs by default");
        app->add_option("--transaction-id", composite_.transactionId, "Its number");
        addCompositeOutputs(app);
        actions_.emplace_back(app, [this, app] { return runComposite(*app); });
    }

    void addCompositeOutputs(CLI::App *app)
    {
        app->add_option("--station", compositeWords_["station"], "Whose name stands over a picture");
        app->add_option("--firmware", compositeWords_["firmware"], "Of the station, for the heading of a picture");
        app->add_option("--size", compositeWords_["size"], "Of a picture as SVG or PNG, in px, as in 1120x480")
            ->check(sizeProblem);
        for (const CompositeOutput &output : compositeOutputs)
            app->add_option(output.option, compositeWords_[output.option], output.help)->expected(0, 1);
        for (const CompositeOutput &one : compositeOutputs) {
            for (const CompositeOutput &other : compositeOutputs) {
                if (&one < &other)
                    app->get_option(other.option)->excludes(app->get_option(one.option));
            }
        }
    }

    // For the engine, which does not draw itself: not in the help.
    void addDraw()
    {
        draw_ = app_.add_subcommand("draw", "Draw the pictures that the standard input describes")->group("");
        draw_->add_option("FORMAT", drawWords_["format"], "svg, png, pdf or xlsx")
            ->required()
            ->check(CLI::IsMember({"svg", "png", "pdf", "xlsx"}));
        draw_->add_option("--size", drawWords_["size"], "Of a picture, in px")->check(sizeProblem);
        actions_.emplace_back(draw_, [this] {
            return draw({QString::fromStdString(drawWords_["format"]), QString::fromStdString(drawWords_["size"])});
        });
    }

    [[nodiscard]] bool isDrawing() const
    {
        const CLI::App *composite = app_.get_subcommand("composite");
        return draw_->parsed()
               || (composite->parsed()
                   && (composite->count("--svg") + composite->count("--png") + composite->count("--pdf") > 0));
    }

    QString compositeWord(const char *name) { return QString::fromStdString(compositeWords_[name]); }

    ExitCode runComposite(const CLI::App &app)
    {
        composite_.profiles = compositeWord("profiles");
        composite_.from = compositeWord("from");
        composite_.transactionStart = compositeWord("transactionStart");
        composite_.station = compositeWord("station");
        composite_.firmware = compositeWord("firmware");
        composite_.size = compositeWord("size");
        if (compositeWords_["connector"] != "all")
            composite_.connector = compositeWord("connector").toInt();
        if (app.count("--unit") > 0)
            composite_.unit = compositeWord("unit");
        for (const CompositeOutput &output : compositeOutputs) {
            if (app.count(output.option) == 0)
                continue;
            composite_.format = QString::fromLatin1(output.option + 2);
            composite_.out = compositeWord(output.option);
        }
        return composite(composite_);
    }

    CLI::App app_;
    std::string api_;
    std::string tokenFile_;
    std::string shell_;
    bool json_ = false;
    std::map<std::string, CLI::App *> nouns_;
    std::map<std::string, std::map<std::string, std::string>> archiveWords_;
    CompositeWords composite_;
    std::map<std::string, std::string> compositeWords_;
    CLI::App *draw_ = nullptr;
    std::map<std::string, std::string> drawWords_;
    std::list<Typed> typed_;
    std::vector<std::pair<CLI::App *, std::function<ExitCode()>>> actions_;
};

} // namespace

int runCommandLine(int argc, char *argv[])
{
    return CommandLine().run(argc, argv);
}

} // namespace ctl
