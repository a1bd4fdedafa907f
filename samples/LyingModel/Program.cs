using LyingModel;

// dotnet run --project samples/LyingModel                  runs the tool once for each reply and prints the table
// dotnet run --project samples/LyingModel -- serve [PORT]  only serves, for trying by hand, until Ctrl+C
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(15));
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

try
{
    return args switch
    {
        [] => await ShowAsync(tool: null, stop.Token),
        ["--tool", var path] => await ShowAsync(new Tool(path), stop.Token),
        ["serve"] => await ServeAsync(0),
        ["serve", var port] when ushort.TryParse(port, out var number) => await ServeAsync(number),
        _ => Usage(),
    };
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped before the table was complete.");
    return 130;
}
catch (Exception exception) when (exception is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static async Task<int> ShowAsync(Tool? tool, CancellationToken cancellation)
{
    var subject = Path.Combine(FolderAbove(Path.Combine("Subject", "Subject.csproj")), "Subject");
    var worker = Path.Combine(subject, "Worker.cs");
    var before = await File.ReadAllTextAsync(worker, cancellation);
    tool ??= await Tool.BuildAsync(FolderAbove("CodeAssist.sln"), cancellation);

    await using var server = await LyingServer.StartAsync(port: 0, cancellation);
    var endpoint = server.Urls.First() + "/v1";
    Console.Error.WriteLine($"{LyingServer.Notice} Serving {endpoint}");
    var rows = new List<Row>();
    foreach (var reply in Reply.All)
    {
        Console.Error.WriteLine($"{rows.Count + 1} of {Reply.All.Count}: {reply.ModelName}");
        rows.Add(Row.Read(reply, await tool.FixAsync(subject, endpoint, reply.ModelName, cancellation)));
    }

    await server.StopAsync(cancellation);
    Table.Write(Console.Out, rows);
    var unchanged = before == await File.ReadAllTextAsync(worker, cancellation);
    Console.WriteLine();
    Console.WriteLine(unchanged ? "Worker.cs is unchanged." : "Worker.cs was changed by a dry run.");
    return unchanged && rows.All(row => row.AsItShouldBe) ? 0 : 1;
}

static async Task<int> ServeAsync(ushort port)
{
    await using var server = await LyingServer.StartAsync(port, CancellationToken.None);
    Console.WriteLine(LyingServer.Notice);
    Console.WriteLine($"CODEASSIST_ENDPOINT={server.Urls.First()}/v1");
    foreach (var reply in Reply.All)
        Console.WriteLine($"CODEASSIST_MODEL=\"{reply.ModelName}\"");
    await server.WaitForShutdownAsync();
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: LyingModel [--tool PATH | serve [PORT]]");
    return 2;
}

static string FolderAbove(string file)
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, file)))
            return folder.FullName;
    }

    throw new FileNotFoundException($"No folder above this program holds {file}.");
}
