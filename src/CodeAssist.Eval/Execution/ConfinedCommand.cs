namespace CodeAssist.Eval.Execution;

/// <summary>A command of <c>dotnet</c> that runs confined over a folder of its own.</summary>
/// <param name="Tree">The folder that it may read; nothing else of the user's is there.</param>
/// <param name="At">The path under which it sees the folder.</param>
/// <param name="Below">The folder below it in which the command starts.</param>
/// <param name="Arguments">The arguments of <c>dotnet</c>, with paths from that folder.</param>
internal sealed record ConfinedCommand(string Tree, string At, string Below, IReadOnlyList<string> Arguments)
{
    /// <summary>Where the command starts, as it sees it.</summary>
    public string Folder => Path.Combine(At, Below);

    /// <summary>Where it starts when nothing confines it.</summary>
    public string InTree => Path.Combine(Tree, Below);
}
