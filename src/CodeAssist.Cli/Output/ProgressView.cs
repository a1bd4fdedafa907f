using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CodeAssist.Cli.Output;

/// <summary>Shows on a terminal how far long work is, with its rate and the time left; elsewhere shows nothing.</summary>
/// <param name="writer">The terminal's writer; null shows nothing.</param>
internal sealed class ProgressView(TextWriter? writer)
{
    /// <summary>Runs a piece of work of a known or unknown number of steps.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="work">The work; it reports the steps done and the steps in all (zero where that is not known).</param>
    public Task<T> RunAsync<T>(string title, Func<Action<int, int>, Task<T>> work) =>
        writer is null ? work(static (_, _) => { }) : ShowAsync(writer, title, work);

    private static Task<T> ShowAsync<T>(TextWriter writer, string title, Func<Action<int, int>, Task<T>> work) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) })
            .Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                task.IsIndeterminate = true;
                return work((done, all) =>
                {
                    task.IsIndeterminate = all == 0;
                    task.MaxValue = Math.Max(all, 1);
                    task.Value = done;
                });
            });

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? speed.ToString("0.0", CultureInfo.CurrentCulture) + "/s" : string.Empty);
    }
}
