using CodeAssist.CodeFixes.Tool;
using CodeAssist.Repair;

namespace CodeAssist.CodeFixes.Model;

/// <summary>A request that may be sent to the model.</summary>
/// <param name="Request">What is to be repaired.</param>
/// <param name="Key">Its name among the jobs.</param>
/// <param name="Handshake">What the tool said.</param>
/// <param name="Client">The model, with this document's limits.</param>
internal sealed record ModelRequestContext(RepairRequest Request, JobKey Key, Handshake Handshake, ToolModelClient Client);
