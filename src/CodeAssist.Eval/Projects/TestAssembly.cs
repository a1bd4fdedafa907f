namespace CodeAssist.Eval.Projects;

/// <summary>A built assembly of tests.</summary>
/// <param name="Name">The name of its project.</param>
/// <param name="Folder">The folder of its output, from the root of the built tree.</param>
/// <param name="File">The file name of the assembly.</param>
public sealed record TestAssembly(string Name, string Folder, string File);
